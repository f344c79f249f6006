package org.vigie.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what an answer claims and looks for each claim in the passages that the answer is made of. It says where
 * something stands, never that it is true.
 *
 * <p>A value counts as found in another notation too (« 25 mai 2018 », 2018-05-25; « deux », 2; « 1,2 M€ »,
 * 1 200 000 euros), in the sentences that are most like the answer's, or among the same words elsewhere; where another
 * value stands in its place there, it is not. The method is the one measured best in our study: normalised values,
 * compared within the two best-matching sentences.
 */
public final class Verifier {
    /** Of one kind in one answer; what is beyond is for a person to check. */
    private static final int MOST_CLAIMS = 2_000;

    private Verifier() {}

    /**
     * @param passages the numbers of marks as {@code [1]} point to them, from 1; without any passage every claim but a
     *     calculation is to be checked by a person
     */
    public static Verification check(String answer, List<String> passages) {
        return check(answer, passages, !passages.isEmpty());
    }

    /**
     * @param alone whether the answer is to stand on these passages alone; else what they do not say is for a person to
     *     check, and only a calculation that is wrong is a flag
     */
    public static Verification check(String answer, List<String> passages, boolean alone) {
        Reading reading = Reading.of(answer);
        Sources sources = new Sources(passages);
        List<Links.Span> links = Links.in(answer);
        List<Claim> compared = new ArrayList<>();
        for (Links.Span link : links) compared.add(Links.check(answer, link, sources.passages()));
        Quotations quotations = new Quotations(reading, sources.passages());
        compared.addAll(outside(links, quotations.check()));
        compared.addAll(outside(links, new Names(reading, sources.passages()).check()));
        List<Claim> claims = new ArrayList<>();
        for (Claim claim : compared) claims.add(alone ? claim : unflagged(claim));
        claims.addAll(outside(links, values(reading, sources, quotations, alone)));
        claims.sort(Comparator.comparingInt(Claim::start).thenComparing(Claim::end, Comparator.reverseOrder()));
        return new Verification(claims);
    }

    private static List<Claim> values(Reading reading, Sources sources, Quotations quotations, boolean alone) {
        ValueCheck check = new ValueCheck(reading, sources);
        Calculations calculations = new Calculations(reading);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < reading.mentions().size(); i++) {
            Mention mention = reading.mentions().get(i);
            if (mention.weak()) continue;
            Optional<Claim> mark = quotations.mark(mention);
            if (mark.isPresent()) {
                claims.add(alone ? mark.get() : unflagged(mark.get()));
            } else if (claims.size() >= MOST_CLAIMS) {
                claims.add(check.unchecked(mention));
            } else {
                Claim claim = check.check(mention);
                claims.add(recalculated(alone ? claim : unflagged(claim), calculations, i));
            }
        }
        return claims;
    }

    /** An equation is judged by its result; what follows from the rest of the answer needs no passage. */
    private static Claim recalculated(Claim claim, Calculations calculations, int index) {
        Optional<Calculations.Outcome> equation = calculations.equation(index);
        if (equation.isPresent()) {
            return with(claim, equation.get() == Calculations.Outcome.RIGHT ? Status.FOUND : Status.NOT_FOUND);
        }
        return claim.status() != Status.FOUND && calculations.follows(index) ? with(claim, Status.FOUND) : claim;
    }

    private static Claim unflagged(Claim claim) {
        return claim.status() == Status.NOT_FOUND ? with(claim, Status.TO_CHECK) : claim;
    }

    private static Claim with(Claim claim, Status status) {
        return new Claim(claim.start(), claim.end(), claim.kind(), claim.text(), status, claim.source());
    }

    private static List<Claim> outside(List<Links.Span> links, List<Claim> claims) {
        return claims.stream()
                .filter(claim -> links.stream().noneMatch(link -> link.holds(claim.start())))
                .toList();
    }
}
