package org.vigie.detection;

import java.util.Optional;
import java.util.Set;
import org.vigie.detection.DigitSequence.Candidate;

/** NIR, the French social security number: 13 digits and a key of two; without the key only where words say so. */
final class NirRecogniser implements NumberRecogniser {
    private static final Cues WORDS = Cues.of("""
            secu, securite sociale*, nir, n ss, no ss, num ss, numero ss, insee, vitale, assure*, immatriculation*,
            secur soc*, cpam, nss, social security*
            """);
    /** « … 833 clé 80 », « … 833 (80) », « … 833 | 80 ». */
    private static final int KEY_WINDOW = 12;

    /** Where the A of 2A stands. */
    private static final int CORSICA = 6;

    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        Optional<Finding> whole =
                sequence.candidate(15).filter(c -> isPlausible(c.digits())).flatMap(NirRecogniser::withKey);
        if (whole.isPresent()) return whole;
        return sequence.candidate(13).filter(c -> isPlausible(c.digits())).flatMap(NirRecogniser::withoutKey);
    }

    private static Optional<Finding> withoutKey(Candidate candidate) {
        int end = separateKeyEnd(candidate);
        if (end > 0) {
            return Optional.of(
                    new Finding(FindingType.NIR, candidate.start(), end, Finding.CERTAIN, "nir-with-separate-key"));
        }
        return candidate.context().isLabelled(WORDS)
                ? Optional.of(candidate.finding(FindingType.NIR, Finding.PROBABLE, "nir-without-key"))
                : Optional.empty();
    }

    /** Behind the key that stands apart from its 13 digits; negative when there is none that fits. */
    private static int separateKeyEnd(Candidate candidate) {
        String text = candidate.sequence().text();
        int limit = candidate.end() + KEY_WINDOW;
        int at = candidate.end();
        while (at < limit && at < text.length() && !Characters.isDigit(text.charAt(at))) {
            char c = text.charAt(at);
            boolean word = Characters.isLetter(c) && !isKeyWord(text, at);
            if (word || c == '.' || c == ';' || c == ',') return -1;
            at = Characters.isLetter(c) ? Characters.wordEnd(text, at) : at + 1;
        }
        boolean two = Characters.isDigit(Characters.at(text, at)) && Characters.isDigit(Characters.at(text, at + 1));
        if (!two || Characters.isAlphanumeric(Characters.at(text, at + 2))) return -1;
        return Checksums.nir(candidate.digits() + text.substring(at, at + 2)) ? at + 2 : -1;
    }

    private static boolean isKeyWord(String text, int at) {
        int end = Characters.wordEnd(text, at);
        return end - at <= 5 && Set.of("cle", "clef", "key", "nir").contains(Characters.fold(text, at, end));
    }

    private static Optional<Finding> withKey(Candidate candidate) {
        boolean named = candidate.context().has(WORDS);
        if (Checksums.nir(candidate.digits()) && (named || !candidate.isTwoLines())) {
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
        return monthGiven && !nir.startsWith("00", 5) && !nir.startsWith("000", 7) && !nir.startsWith("000", 10);
    }

    /** Everything but the letter of a department of Corsica. */
    private static boolean isDigits(String nir) {
        for (int i = 0; i < nir.length(); i++) {
            if (i != CORSICA && !Characters.isDigit(nir.charAt(i))) return false;
        }
        return true;
    }
}
