package org.vigie.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Judges findings by annotated texts:
 * <ul>
 * <li>An entity is protected when every letter and digit of it is masked, by findings of whatever type. {@code HEALTH}
 *     and {@code MARKING} say something of a text rather than of a span: there, a finding of the same type that overlaps.
 * <li>A finding of one of the 20 types is right when it overlaps an entity of its type, or when it covers or is covered
 *     by an entity of another type (told apart as « other type »). One that overlaps nothing but neutral spans does not
 *     count, and neither do findings of other types.
 * <li>Leak: entities that are not protected. Over-masking: masked characters that belong to no entity. Touched: clean
 *     texts with a finding that counts.
 * </ul>
 *
 * {@code main} prints the figures, those of the held-out set with {@code --held-out} alone (each look wears it out); with {@code --misses}, also what went wrong in the sets that are neither held out nor the witness, with its context.
 */
final class Scorer {
    static final Set<FindingType> TYPES = EnumSet.of(
            FindingType.PERSON,
            FindingType.EMAIL,
            FindingType.PHONE,
            FindingType.ADDRESS,
            FindingType.DATE_OF_BIRTH,
            FindingType.NIR,
            FindingType.TAX_ID,
            FindingType.PASSPORT_ID,
            FindingType.IBAN,
            FindingType.CARD,
            FindingType.SIREN,
            FindingType.SIRET,
            FindingType.VAT,
            FindingType.PLATE,
            FindingType.IP,
            FindingType.SECRET,
            FindingType.URL_CRED,
            FindingType.HEALTH,
            FindingType.MARKING,
            FindingType.ORG_CLIENT);
    private static final Set<FindingType> BY_OVERLAP = EnumSet.of(FindingType.HEALTH, FindingType.MARKING);

    private final Map<FindingType, Tally> tallies = new EnumMap<>(FindingType.class);
    private final List<String> misses = new ArrayList<>();
    private int clean;
    private int touched;
    private int masked;
    private int maskedInVain;

    private Scorer() {
        for (FindingType type : TYPES) tallies.put(type, new Tally());
    }

    /** Counts of one type. */
    static final class Tally {
        int entities;
        int safe;
        int ofType;
        int right;
        int otherType;
        int wrong;

        double recall() {
            return share(safe, entities);
        }

        double recallOfType() {
            return share(ofType, entities);
        }

        double precision() {
            return share(right + otherType, right + otherType + wrong);
        }
    }

    static Scorer of(List<AnnotatedText> texts) {
        Detector detector = new Detector(StaffDirectory.EMPTY);
        return of(texts, detector::detect);
    }

    static Scorer of(List<AnnotatedText> texts, Function<String, List<Finding>> detect) {
        Scorer scorer = new Scorer();
        for (AnnotatedText text : texts) scorer.judge(text, detect.apply(text.text()));
        return scorer;
    }

    Tally of(FindingType type) {
        return Objects.requireNonNull(tallies.get(type));
    }

    double leak() {
        int entities =
                tallies.values().stream().mapToInt(tally -> tally.entities).sum();
        int safe = tallies.values().stream().mapToInt(tally -> tally.safe).sum();
        return 1 - share(safe, entities);
    }

    double overMasking() {
        return masked == 0 ? 0 : (double) maskedInVain / masked;
    }

    double cleanTouched() {
        return clean == 0 ? 0 : (double) touched / clean;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private void judge(AnnotatedText text, List<Finding> all) {
        for (AnnotatedText.Span entity : text.entities()) judgeEntity(text, entity, all);
        List<Finding> counted =
                all.stream().filter(finding -> TYPES.contains(finding.type())).toList();
        boolean touches = false;
        for (Finding finding : counted) touches |= judgeFinding(text, finding);
        countMasked(text, counted);
        if (!text.isClean()) return;
        clean++;
        if (touches) touched++;
    }

    private void judgeEntity(AnnotatedText text, AnnotatedText.Span entity, List<Finding> all) {
        FindingType type = entity.type().orElseThrow();
        Tally tally = of(type);
        tally.entities++;
        boolean sameType = all.stream().anyMatch(finding -> finding.type() == type && entity.overlaps(finding));
        boolean safe = BY_OVERLAP.contains(type) ? sameType : isMasked(text.text(), entity, all);
        if (safe) tally.safe++;
        if (safe && sameType) tally.ofType++;
        if (!safe) note("miss", type, sameType ? "partly" : "", text, entity.start(), entity.end());
    }

    private static boolean isMasked(String text, AnnotatedText.Span entity, List<Finding> findings) {
        for (int at = entity.start(); at < entity.end(); at++) {
            int offset = at;
            if (Character.isLetterOrDigit(text.charAt(at))
                    && findings.stream().noneMatch(finding -> finding.start() <= offset && offset < finding.end())) {
                return false;
            }
        }
        return true;
    }

    /** @return whether it counts */
    private boolean judgeFinding(AnnotatedText text, Finding finding) {
        Tally tally = of(finding.type());
        List<AnnotatedText.Span> overlapped =
                text.spans().stream().filter(span -> span.overlaps(finding)).toList();
        if (overlapped.stream().anyMatch(span -> span.is(finding.type()))) {
            tally.right++;
        } else if (overlapped.stream()
                .anyMatch(span -> !span.isNeutral() && (span.covers(finding) || span.isCoveredBy(finding)))) {
            tally.otherType++;
            note("other type", finding.type(), finding.rule(), text, finding.start(), finding.end());
        } else if (!overlapped.isEmpty() && overlapped.stream().allMatch(AnnotatedText.Span::isNeutral)) {
            return false;
        } else {
            tally.wrong++;
            note("false alarm", finding.type(), finding.rule(), text, finding.start(), finding.end());
        }
        return true;
    }

    private void countMasked(AnnotatedText text, List<Finding> counted) {
        for (Finding finding : counted) {
            if (BY_OVERLAP.contains(finding.type())
                    && text.spans().stream().anyMatch(span -> span.is(finding.type()) && span.overlaps(finding)))
                continue;
            for (int at = finding.start(); at < finding.end(); at++) {
                int offset = at;
                Optional<AnnotatedText.Span> span = text.spans().stream()
                        .filter(s -> s.start() <= offset && offset < s.end())
                        .findFirst();
                if (span.isPresent() && span.get().isNeutral()) continue;
                masked++;
                if (span.isEmpty()) maskedInVain++;
            }
        }
    }

    private void note(String what, FindingType type, String more, AnnotatedText text, int start, int end) {
        String kind = more.isEmpty() ? what : what + " (" + more + ")";
        misses.add(String.format(Locale.ROOT, "%-13s %s [%s] %s", type, kind, text.id(), text.around(start, end)));
    }

    private String table(String title, int texts) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, "%n## %s: %d texts, %d of them clean%n%n", title, texts, clean));
        table.append("| type | entities | recall | of its type | precision | findings | other type | false alarms |\n");
        table.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        tallies.forEach((type, t) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f | %d | %d | %d |%n",
                type,
                t.entities,
                t.recall(),
                t.recallOfType(),
                t.precision(),
                t.right + t.otherType + t.wrong,
                t.otherType,
                t.wrong)));
        Tally sum = new Tally();
        for (Tally t : tallies.values()) {
            sum.entities += t.entities;
            sum.safe += t.safe;
            sum.ofType += t.ofType;
            sum.right += t.right;
            sum.otherType += t.otherType;
            sum.wrong += t.wrong;
        }
        table.append(String.format(
                Locale.ROOT,
                "| all | %d | %.3f | %.3f | %.3f | %d | %d | %d |%n%n",
                sum.entities,
                sum.recall(),
                sum.recallOfType(),
                sum.precision(),
                sum.right + sum.otherType + sum.wrong,
                sum.otherType,
                sum.wrong));
        return table.append(String.format(
                        Locale.ROOT,
                        "Leak %.1f %%, over-masking %.1f %% of %d characters, %d of %d clean texts touched (%.1f %%).%n",
                        100 * leak(),
                        100 * overMasking(),
                        masked,
                        touched,
                        clean,
                        100 * cleanTouched()))
                .toString();
    }

    public static void main(String[] arguments) {
        Scorer development = print("Development", DevelopmentSet.development());
        Scorer unseen = print("Unseen", DevelopmentSet.unseen());
        print(
                "Second look",
                DevelopmentSet.unseen().stream()
                        .filter(text -> text.id().startsWith("g-"))
                        .toList());
        Scorer workplace = print("Workplace", DevelopmentSet.workplace());
        print(
                "Workplace, second look",
                DevelopmentSet.workplace().stream()
                        .filter(text -> text.id().startsWith("d-"))
                        .toList());
        Scorer administration = print("Administration", DevelopmentSet.administration());
        print("Witness", DevelopmentSet.witness());
        if (List.of(arguments).contains("--held-out")) print("Held out", DevelopmentSet.heldOut());
        if (List.of(arguments).contains("--misses")) {
            System.out.println();
            Stream.of(development, unseen, workplace, administration)
                    .flatMap(scorer -> scorer.misses.stream())
                    .sorted()
                    .forEach(System.out::println);
        }
    }

    private static Scorer print(String title, List<AnnotatedText> texts) {
        Scorer scorer = of(texts);
        System.out.print(scorer.table(title, texts.size()));
        return scorer;
    }
}
