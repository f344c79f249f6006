package org.vigie.detection;

import java.util.Optional;
import org.vigie.detection.DigitSequence.Candidate;

/** Payment cards: the ranges of the networks and Luhn. Maestro and unusual lengths overlap too much: words needed. */
final class CardRecogniser implements NumberRecogniser {
    private static final int[] LENGTHS = {16, 15, 19, 18, 17, 14, 13, 12};
    private static final Cues WORDS = Cues.of("""
            carte*, cb, visa, mastercard, amex, american express, diners, maestro, jcb, pan, expire*, cvv,
            credit card*, card number*
            """);
    private static final Cues LABEL = Cues.of("""
            carte bancaire*, carte bleue*, carte de credit*, carte de paiement*, cb, visa, mastercard, amex,
            numero de carte*, n de carte*, credit card*, card number*
            """);

    private static final int[][] PRINTED = {
        {4, 4, 4, 4},
        {4, 6, 5},
        {4, 6, 4},
        {4, 4, 4, 4, 3},
        {4, 4, 4, 4, 2},
        {4, 4, 4, 4, 1},
        {4, 4, 4, 3},
        {4, 4, 4, 2},
        {4, 4, 4, 1},
        {4, 4, 4},
    };

    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        Network network = Network.of(sequence);
        if (network == Network.NONE) return Optional.empty();
        for (int length : LENGTHS) {
            Optional<Finding> found =
                    sequence.candidate(length).filter(Candidate::isNumeric).flatMap(c -> judge(c, network));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<Finding> judge(Candidate candidate, Network network) {
        String digits = candidate.digits();
        Context context = candidate.context();
        if (!Checksums.luhn(digits)) {
            return context.isLabelled(LABEL) && !Checksums.allEqual(digits)
                    ? Optional.of(candidate.finding(FindingType.CARD, Finding.LABELLED, "card-mistyped"))
                    : Optional.empty();
        }
        if (Checksums.allEqual(digits)) return Optional.empty();
        if (context.has(WORDS)) return Optional.of(candidate.finding(FindingType.CARD, Finding.CERTAIN, "card"));
        boolean usual = network == Network.MAJOR && digits.length() >= 15 && digits.length() <= 16;
        return usual && isWrittenAsCard(candidate) && !candidate.isTwoLines() && !context.isOtherNumber()
                ? Optional.of(candidate.finding(FindingType.CARD, Finding.PROBABLE, "card"))
                : Optional.empty();
    }

    private static boolean isWrittenAsCard(Candidate candidate) {
        if (candidate.isCompact()) return true;
        for (int[] groups : PRINTED) {
            if (candidate.isGrouped(groups)) return true;
        }
        return false;
    }

    private enum Network {
        MAJOR,
        MAESTRO,
        NONE;

        static Network of(DigitSequence sequence) {
            int two = 10 * (sequence.digit(0) - '0') + sequence.digit(1) - '0';
            int three = 10 * two + sequence.digit(2) - '0';
            int four = 10 * three + sequence.digit(3) - '0';
            boolean mastercard = (two >= 51 && two <= 55) || (four >= 2221 && four <= 2720);
            boolean amex = two == 34 || two == 37;
            boolean diners = (three >= 300 && three <= 305) || two == 36 || two == 38;
            boolean discover = four == 6011 || (three >= 644 && three <= 649) || two == 65;
            boolean jcb = four >= 3528 && four <= 3589;
            boolean visa = sequence.digit(0) == '4';
            if (visa || mastercard || amex || diners || discover || jcb || two == 62) return MAJOR;
            return two == 50 || (two >= 56 && two <= 69) ? MAESTRO : NONE;
        }
    }
}
