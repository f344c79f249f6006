package org.vigie.detection;

import java.util.Optional;
import java.util.Set;
import org.vigie.detection.DigitSequence.Candidate;

/** NIR, the French social security number: 13 digits and a key of two; without the key only where words say so. */
final class NirRecogniser implements NumberRecogniser {
    private static final Set<String> WORDS = Set.of(
            " secu ",
            " securite sociale",
            " nir ",
            " n ss ",
            " no ss ",
            " num ss ",
            " numero ss ",
            " insee ",
            " vitale ",
            " assure",
            " immatriculation",
            " social security");

    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        Optional<Candidate> whole = sequence.candidate(15).filter(c -> isPlausible(c.digits()));
        if (whole.isPresent()) return withKey(whole.get());
        return sequence.candidate(13)
                .filter(c -> isPlausible(c.digits()) && c.context().isLabelled(WORDS))
                .map(c -> c.finding(FindingType.NIR, Finding.PROBABLE, "nir-without-key"));
    }

    private static Optional<Finding> withKey(Candidate candidate) {
        boolean named = candidate.context().has(WORDS);
        if (Checksums.nir(candidate.digits())) {
            double confidence = named || !candidate.isCompact() ? Finding.CERTAIN : Finding.PROBABLE;
            return Optional.of(candidate.finding(FindingType.NIR, confidence, "nir"));
        }
        return candidate.context().isLabelled(WORDS)
                ? Optional.of(candidate.finding(FindingType.NIR, Finding.LABELLED, "nir-mistyped"))
                : Optional.empty();
    }

    /** Sex 1 2 (3 4 temporary, 7 8 awaiting), month, department, commune and order within what INSEE gives out. */
    private static boolean isPlausible(String nir) {
        if ("123478".indexOf(nir.charAt(0)) < 0 || !isDigits(nir)) return false;
        int month = Integer.parseInt(nir, 3, 5, 10);
        boolean monthGiven = (month >= 1 && month <= 12) || month == 20 || (month >= 30 && month <= 42) || month >= 50;
        String department = nir.substring(5, 7);
        return monthGiven && !department.equals("00") && !nir.startsWith("000", 7) && !nir.startsWith("000", 10);
    }

    private static boolean isDigits(String nir) {
        String key = nir.length() > 7 ? nir.substring(7) : "";
        return nir.chars().filter(c -> !Characters.isDigit((char) c)).count() <= 1
                && key.chars().allMatch(c -> Characters.isDigit((char) c));
    }
}
