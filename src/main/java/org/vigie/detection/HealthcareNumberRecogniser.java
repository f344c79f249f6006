package org.vigie.detection;

import java.util.Optional;
import org.vigie.detection.DigitSequence.Candidate;

/**
 * Numbers of the French health system: RPPS of a professional (11 digits, the first 1) and FINESS of an establishment (9
 * digits), both with Luhn's check and words near them, since other numbers pass it too.
 */
final class HealthcareNumberRecogniser implements NumberRecogniser {
    private static final Cues RPPS = Cues.of("""
            rpps, medecin*, praticien*, docteur, dr, infirmier*, pharmacien*, sage femme*, dentiste*
            """);
    private static final Cues RPPS_LABEL = Cues.of("rpps");
    private static final Cues FINESS = Cues.of("finess");

    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        return sequence.candidate(11)
                .filter(c -> c.isNumeric() && c.digits().charAt(0) == '1')
                .filter(c -> isSaid(c, RPPS, RPPS_LABEL))
                .map(c -> c.finding(FindingType.RPPS, Finding.CERTAIN, "rpps"))
                .or(() -> sequence.candidate(9)
                        .filter(c -> c.isNumeric() && isSaid(c, FINESS, FINESS))
                        .map(c -> c.finding(FindingType.FINESS, Finding.CERTAIN, "finess")));
    }

    /** With its check, words near it do; without, it must be called so: mistyped. */
    private static boolean isSaid(Candidate candidate, Cues words, Cues label) {
        return Checksums.luhn(candidate.digits())
                ? candidate.context().has(words)
                : candidate.context().isLabelled(label);
    }
}
