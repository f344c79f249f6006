package org.vigie.detection;

import java.util.Optional;
import org.vigie.detection.DigitSequence.Candidate;

/**
 * SIREN (9 digits) and SIRET (SIREN and 5). One random SIREN in ten passes its check, so it needs words near it, and
 * vague ones only help the printed form 3-3-3.
 */
final class CompanyRecogniser implements NumberRecogniser {
    private static final String LA_POSTE = "356000000";

    private static final Cues SIRET_WORDS = Cues.of("siret, etablissement*, nic, siege, ape, naf, rcs, siren");
    private static final Cues SIRET_LABEL = Cues.of("siret");
    private static final Cues SIREN_WORDS = Cues.of("""
            siren, sirene, rcs, r c s, rne, immatricul*, registre du commerce*, kbis, k bis, siret, insee
            """);
    /** « immatriculée au registre du commerce et des sociétés de Clermont-Ferrand sous le numéro ». */
    private static final int REGISTER_SENTENCE = 100;

    private static final Cues COMPANY_WORDS = Cues.of("""
            entreprise*, societe*, sas, sasu, sarl, eurl, sci, snc, sa, ste, scop, filiale*, capital, client*,
            fournisseur*, prestataire*, titulaire*, association*, sous le n*
            """);
    private static final Cues SIREN_LABEL = Cues.of("siren, rcs");

    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        return sequence.candidate(14)
                .filter(Candidate::isNumeric)
                .flatMap(CompanyRecogniser::siret)
                .or(() -> sequence.candidate(9).filter(Candidate::isNumeric).flatMap(CompanyRecogniser::siren));
    }

    private static Optional<Finding> siret(Candidate candidate) {
        Context context = candidate.context();
        if (isSiret(candidate.digits())) {
            if (context.has(SIRET_WORDS) || isPrintedSiret(candidate)) {
                return Optional.of(candidate.finding(FindingType.SIRET, Finding.CERTAIN, "siret"));
            }
            return candidate.isCompact() && !context.isOtherNumber() && !context.isQuantity()
                    ? Optional.of(candidate.finding(FindingType.SIRET, Finding.PROBABLE, "siret"))
                    : Optional.empty();
        }
        return context.isLabelled(SIRET_LABEL)
                ? Optional.of(candidate.finding(FindingType.SIRET, Finding.LABELLED, "siret-mistyped"))
                : Optional.empty();
    }

    private static Optional<Finding> siren(Candidate candidate) {
        Context context = candidate.context();
        if (isSiren(candidate.digits())) {
            boolean printed = candidate.isGrouped(3, 3, 3);
            boolean named = context.has(SIREN_WORDS)
                    || context.hasBefore(REGISTER_SENTENCE, SIREN_WORDS)
                    || (printed && context.has(COMPANY_WORDS));
            return named && !context.isQuantity() && !(context.isOtherNumber() && !context.isLabelled(SIREN_LABEL))
                    ? Optional.of(candidate.finding(FindingType.SIREN, Finding.CERTAIN, "siren"))
                    : Optional.empty();
        }
        return context.isLabelled(SIREN_LABEL)
                ? Optional.of(candidate.finding(FindingType.SIREN, Finding.LABELLED, "siren-mistyped"))
                : Optional.empty();
    }

    private static boolean isPrintedSiret(Candidate candidate) {
        return !candidate.isTwoLines()
                && (candidate.isGrouped(3, 3, 3, 5)
                        || candidate.isGrouped(9, 5)
                        || candidate.isGrouped(3, 3, 3, 2, 3)
                        || candidate.isGrouped(3, 3, 3, 3, 2));
    }

    static boolean isSiren(String digits) {
        return Checksums.luhn(digits) && !digits.equals("000000000");
    }

    /** The offices of La Poste share one SIREN and too many numbers for Luhn: their digit sum is a multiple of 5. */
    static boolean isSiret(String digits) {
        String siren = digits.substring(0, 9);
        if (siren.equals(LA_POSTE) && Checksums.digitSum(digits) % 5 == 0) return true;
        return isSiren(siren) && Checksums.luhn(digits);
    }
}
