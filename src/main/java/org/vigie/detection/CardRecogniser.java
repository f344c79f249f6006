package org.vigie.detection;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.detection.DigitSequence.Candidate;

/** Payment cards: the ranges of the networks and Luhn. Maestro and unusual lengths overlap too much: words needed. */
final class CardRecogniser implements NumberRecogniser {
    private static final int[] LENGTHS = {16, 15, 19, 18, 17, 14, 13, 12};
    private static final Set<String> WORDS = Set.of(
            " carte",
            " cb ",
            " visa ",
            " mastercard ",
            " amex ",
            " american express ",
            " diners ",
            " maestro ",
            " jcb ",
            " pan ",
            " expire",
            " cvv ",
            " credit card",
            " card number");
    private static final Set<String> LABEL = Set.of(
            " carte bancaire",
            " carte bleue",
            " carte de credit",
            " carte de paiement",
            " cb ",
            " visa ",
            " mastercard ",
            " amex ",
            " numero de carte",
            " n de carte",
            " credit card",
            " card number");

    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        for (int length : LENGTHS) {
            Optional<Finding> found = sequence.candidate(length)
                    .filter(Candidate::isNumeric)
                    .filter(c -> isWrittenAsCard(c) || c.context().has(WORDS))
                    .flatMap(CardRecogniser::judge);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<Finding> judge(Candidate candidate) {
        String digits = candidate.digits();
        Network network = Network.of(digits);
        Context context = candidate.context();
        if (network == Network.NONE || Checksums.allEqual(digits)) return Optional.empty();
        if (!Checksums.luhn(digits)) {
            return context.isLabelled(LABEL)
                    ? Optional.of(candidate.finding(FindingType.CARD, Finding.LABELLED, "card-mistyped"))
                    : Optional.empty();
        }
        if (context.has(WORDS)) return Optional.of(candidate.finding(FindingType.CARD, Finding.CERTAIN, "card"));
        boolean usual = network == Network.MAJOR && digits.length() >= 15 && digits.length() <= 16;
        return usual && !candidate.isTwoLines() && !context.isOtherNumber()
                ? Optional.of(candidate.finding(FindingType.CARD, Finding.PROBABLE, "card"))
                : Optional.empty();
    }

    private static boolean isWrittenAsCard(Candidate c) {
        return c.isCompact()
                || Stream.of(
                                new int[] {4, 4, 4, 4},
                                new int[] {4, 6, 5},
                                new int[] {4, 6, 4},
                                new int[] {4, 4, 4, 4, 3},
                                new int[] {4, 4, 4, 4, 2},
                                new int[] {4, 4, 4, 4, 1},
                                new int[] {4, 4, 4, 3},
                                new int[] {4, 4, 4, 2},
                                new int[] {4, 4, 4, 1},
                                new int[] {4, 4, 4})
                        .anyMatch(c::isGrouped);
    }

    private enum Network {
        MAJOR,
        MAESTRO,
        NONE;

        static Network of(String digits) {
            int two = Integer.parseInt(digits, 0, 2, 10);
            int three = Integer.parseInt(digits, 0, 3, 10);
            int four = Integer.parseInt(digits, 0, 4, 10);
            boolean mastercard = (two >= 51 && two <= 55) || (four >= 2221 && four <= 2720);
            boolean amex = two == 34 || two == 37;
            boolean diners = (three >= 300 && three <= 305) || two == 36 || two == 38;
            boolean discover = four == 6011 || (three >= 644 && three <= 649) || two == 65;
            boolean jcb = four >= 3528 && four <= 3589;
            boolean visa = digits.charAt(0) == '4';
            if (visa || mastercard || amex || diners || discover || jcb || two == 62) return MAJOR;
            return two == 50 || (two >= 56 && two <= 69) ? MAESTRO : NONE;
        }
    }
}
