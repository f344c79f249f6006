package org.vigie.verification;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.verification.Claim.Source;
import org.vigie.verification.Sources.Likeness;
import org.vigie.verification.Sources.Located;
import org.vigie.verification.Sources.Sentence;
import org.vigie.verification.Value.Quantity;

/**
 * Looks for an answer's claims in passages. A value that stands there in another notation is found; one that stands
 * there but of something else is not: what is around it in the answer must be around it in the passage, and nothing
 * else may stand in its place there.
 */
final class ValueCheck {
    /** How much liker the place of another value must be, to speak against one that is found elsewhere. */
    private static final double CLEARLY = 0.15;
    /** From here on two places are the same sentence, written again. */
    private static final double SAME_PLACE = 0.7;
    /** Around a value that is found outside the likest sentences. */
    private static final double RELATED = 0.4;

    private static final double OF_SURROUNDINGS = 0.65;
    /** Places of one value; no honest text has more. */
    private static final int MOST_COMPARED = 500;

    private static final Set<String> ABOUT =
            Set.of("environ", "pres", "presque", "quelque", "approximativement", "autour", "~", "≈");

    private final Sources sources;
    private final Reading answer;
    private final Map<Integer, Likeness> compared = new HashMap<>();

    ValueCheck(Reading answer, Sources sources) {
        this.answer = answer;
        this.sources = sources;
    }

    Claim check(Mention mention) {
        Likeness likeness = compared.computeIfAbsent(
                answer.sentenceOf(mention.first()), sentence -> sources.likeness(Sources.stems(answer, sentence)));
        Surroundings around = Surroundings.of(answer, mention);
        Value value = mention.value();
        Optional<Scored> support =
                best(around, likeness, located -> located.mention().value().supports(value));
        Optional<Scored> against = best(
                around,
                likeness,
                located -> likeness.likest().contains(located.sentence())
                        && located.mention().comparableWith(mention)
                        && !located.mention().weak()
                        && !located.mention().value().supports(value));
        Status status = support.map(found -> judged(found, against, likeness.likest()))
                .orElseGet(() -> unsupported(mention, likeness.likest()));
        return claim(mention, status, support.filter(_ -> status == Status.FOUND));
    }

    /** A claim that was not looked for. */
    Claim unchecked(Mention mention) {
        return claim(mention, Status.TO_CHECK, Optional.empty());
    }

    private Status judged(Scored support, Optional<Scored> against, List<Sentence> likest) {
        boolean contradicted = against.isPresent()
                && against.get().surroundings() >= SAME_PLACE
                && against.get().score() - support.score() > CLEARLY;
        if (contradicted) return Status.NOT_FOUND;
        if (likest.contains(support.located().sentence())) return Status.FOUND;
        if (support.surroundings() >= RELATED) return Status.FOUND;
        return isDistinctive(support.located().mention().value()) ? Status.TO_CHECK : Status.NOT_FOUND;
    }

    /** A value that hardly stands in a text by chance: an amount of three digits that count, and no year. */
    private static boolean isDistinctive(Value value) {
        if (!(value instanceof Quantity quantity)) return true;
        BigDecimal amount = quantity.amount().abs().stripTrailingZeros();
        boolean year = quantity.unit().isEmpty() && amount.scale() <= 0 && amount.precision() - amount.scale() == 4;
        return amount.precision() >= 3 && !year;
    }

    /** « environ 300 » of 298 is for a person to judge. */
    private Status unsupported(Mention mention, List<Sentence> likest) {
        boolean about = mention.first() > 0
                && ABOUT.contains(answer.tokens().get(mention.first() - 1).folded())
                && mention.value() instanceof Quantity claim
                && sources.mentions().stream()
                        .filter(located -> likest.contains(located.sentence()))
                        .anyMatch(located -> located.mention().value() instanceof Quantity said && said.isAbout(claim));
        return about ? Status.TO_CHECK : Status.NOT_FOUND;
    }

    private record Scored(Located located, double surroundings, double score) {}

    private Optional<Scored> best(Surroundings around, Likeness likeness, Predicate<Located> which) {
        return sources.mentions().stream()
                .filter(which)
                .limit(MOST_COMPARED)
                .map(located -> scored(located, around, likeness))
                .max(Comparator.comparingDouble(Scored::score));
    }

    private static Scored scored(Located located, Surroundings around, Likeness likeness) {
        double surroundings = around.likeness(located.surroundings());
        double sentence = likeness.degrees().getOrDefault(located.sentence(), 0.0);
        return new Scored(located, surroundings, OF_SURROUNDINGS * surroundings + (1 - OF_SURROUNDINGS) * sentence);
    }

    private Claim claim(Mention mention, Status status, Optional<Scored> support) {
        int start = answer.start(mention);
        int end = answer.end(mention);
        return new Claim(
                start, end, mention.kind(), answer.text().substring(start, end), status, support.map(this::source));
    }

    private Source source(Scored support) {
        int passage = support.located().sentence().passage();
        Reading reading = sources.passages().get(passage);
        Mention mention = support.located().mention();
        return new Source(passage, reading.start(mention), reading.end(mention));
    }
}
