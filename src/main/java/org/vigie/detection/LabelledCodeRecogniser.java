package org.vigie.detection;

import java.util.Locale;
import java.util.Set;

/**
 * Codes that only their name tells: BIC of a bank (ISO 9362: four letters, a country, two or five more), number of a
 * recipient of the family allowance fund (CAF: seven digits, perhaps a letter).
 */
final class LabelledCodeRecogniser implements WordRecogniser {
    private static final int REACH = 32;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Override
    public Set<String> triggers() {
        return Set.of("bic", "swift", "allocataire", "caf");
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        String label = Characters.fold(text, start, end);
        boolean bank = label.equals("bic") || label.equals("swift");
        FindingType type = bank ? FindingType.BIC : FindingType.CAF;
        if (!findings.wants(type)) return;
        int limit = Math.min(text.length(), end + REACH);
        for (int at = end; at < limit; ) {
            int wordEnd = at;
            while (wordEnd < at + 12 && Characters.isAlphanumeric(Characters.at(text, wordEnd))) wordEnd++;
            if (bank ? isBic(text, at, wordEnd) : isCaf(text, at, wordEnd)) {
                findings.add(type, at, wordEnd, Finding.PROBABLE, bank ? "bic" : "caf");
                return;
            }
            at = Math.max(wordEnd, at + 1);
        }
    }

    private static boolean isBic(String text, int start, int end) {
        if (end - start != 8 && end - start != 11) return false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            if (!capital && !(i >= start + 6 && Characters.isDigit(c))) return false;
        }
        return COUNTRIES.contains(text.substring(start + 4, start + 6));
    }

    private static boolean isCaf(String text, int start, int end) {
        if (end - start != 7 && end - start != 8) return false;
        for (int i = start; i < start + 7; i++) {
            if (!Characters.isDigit(text.charAt(i))) return false;
        }
        return end - start == 7 || Characters.isLetter(text.charAt(end - 1));
    }
}
