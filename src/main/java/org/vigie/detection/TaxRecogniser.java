package org.vigie.detection;

import java.util.Optional;
import org.vigie.detection.DigitSequence.Candidate;

/**
 * The tax number of a person in France (SPI, « numéro fiscal »): 13 digits, the first 0 to 3, the last three being the
 * first ten modulo 511. Without words near it, not where it is as well a time in milliseconds or an EAN-13.
 */
final class TaxRecogniser implements NumberRecogniser {
    private static final int LENGTH = 13;
    private static final Cues WORDS = Cues.of("""
            fiscal*, spi, nif, impot*, declarant*, contribuable*, foyer, avis d imposition*, dgfip, tax, tin
            """);
    private static final Cues LABEL = Cues.of("""
            numero fiscal*, n fiscal*, no fiscal*, num fiscal*, identifiant fiscal*, reference fiscale*, spi, nif,
            declarant*, tax id*
            """);

    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        return sequence.candidate(LENGTH)
                .filter(c -> c.isNumeric() && c.digits().charAt(0) <= '3')
                .flatMap(TaxRecogniser::judge);
    }

    private static Optional<Finding> judge(Candidate candidate) {
        Context context = candidate.context();
        boolean printed = candidate.isGrouped(2, 2, 3, 3, 3) && candidate.isUniform();
        if (!Checksums.spi(candidate.digits())) {
            return context.isLabelled(LABEL)
                    ? Optional.of(candidate.finding(FindingType.TAX_ID, Finding.LABELLED, "tax-id-mistyped"))
                    : Optional.empty();
        }
        if (printed || context.has(WORDS)) {
            return Optional.of(candidate.finding(FindingType.TAX_ID, Finding.CERTAIN, "tax-id"));
        }
        return candidate.isCompact() && !isSomethingElse(candidate.digits()) && !context.isOtherNumber()
                ? Optional.of(candidate.finding(FindingType.TAX_ID, Finding.PROBABLE, "tax-id"))
                : Optional.empty();
    }

    /** Milliseconds since 1970 of the years 2001 to 2033, or a product of GS1. */
    private static boolean isSomethingElse(String digits) {
        return digits.charAt(0) == '1' || Checksums.ean13(digits);
    }
}
