package org.vigie.detection;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** French telephone numbers whose digits are words: « zéro six, douze, trente-quatre, … », figures mixed in or not. */
final class SpokenPhoneRecogniser implements WordRecogniser {
    /** Five pairs of at most four words each, with their separators. */
    private static final int WINDOW = 160;

    private static final Map<String, Integer> TENS = Map.of(
            "vingt",
            20,
            "trente",
            30,
            "quarante",
            40,
            "cinquante",
            50,
            "soixante",
            60,
            "septante",
            70,
            "huitante",
            80,
            "octante",
            80,
            "nonante",
            90);
    private static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("un", 1),
            Map.entry("une", 1),
            Map.entry("deux", 2),
            Map.entry("trois", 3),
            Map.entry("quatre", 4),
            Map.entry("cinq", 5),
            Map.entry("six", 6),
            Map.entry("sept", 7),
            Map.entry("huit", 8),
            Map.entry("neuf", 9),
            Map.entry("dix", 10),
            Map.entry("onze", 11),
            Map.entry("douze", 12),
            Map.entry("treize", 13),
            Map.entry("quatorze", 14),
            Map.entry("quinze", 15),
            Map.entry("seize", 16));

    @Override
    public Set<String> triggers() {
        return Set.of("zero");
    }

    /** « zéro six … »: ten digits, words and figures mixed. */
    @Override
    public void at(String text, int start, int end, Findings findings) {
        int limit = Math.min(text.length(), start + WINDOW);
        StringBuilder digits = new StringBuilder(12);
        int pending = -1;
        int to = -1;
        int at = start;
        while (at < limit && digits.length() < 10) {
            int wordEnd = at;
            while (wordEnd < limit && Characters.isAlphanumeric(text.charAt(wordEnd))) wordEnd++;
            if (wordEnd == at) {
                char c = text.charAt(at);
                boolean separator = Characters.isGroupSeparator(c) || c == ',' || c == '\n' || c == '…';
                if (!separator) break;
                if (pending >= 0 && c != ' ' && c != '-' && c != '\u00A0') {
                    digits.append(pending);
                    pending = -1;
                }
                at++;
                continue;
            }
            String word = Characters.fold(text, at, wordEnd);
            Integer tens = TENS.get(word);
            Integer unit = UNITS.get(word);
            if (word.equals("et") && pending >= 20) {
                at = wordEnd;
                continue;
            }
            boolean eighty = pending == 4 && word.equals("vingts");
            if (tens == null && unit == null && !eighty && !isFigures(word)) break;
            if (pending == 4 && (word.equals("vingt") || word.equals("vingts"))) {
                pending = 80;
            } else if (isFigures(word)) {
                if (pending >= 0) digits.append(pending);
                pending = -1;
                digits.append(word);
            } else if (unit != null && goesWith(pending, unit)) {
                pending += unit;
            } else {
                if (pending >= 0) digits.append(pending);
                pending = tens != null ? tens : Objects.requireNonNull(unit);
                if (pending == 0) {
                    digits.append('0');
                    pending = -1;
                }
            }
            to = wordEnd;
            at = wordEnd;
            if (pending >= 0 && digits.length() + 2 >= 10 && isComplete(text, at, pending, limit)) {
                digits.append(pending);
                pending = -1;
            }
        }
        if (pending >= 0) digits.append(pending);
        if (digits.length() == 10 && digits.charAt(0) == '0' && digits.charAt(1) != '0') {
            findings.add(FindingType.PHONE, start, to, Finding.PROBABLE, "phone-in-words");
        }
    }

    /** « quatre-vingt » and « soixante » may take 0 to 19, the other tens 1 to 9, ten 7 to 9. */
    private static boolean goesWith(int pending, int unit) {
        if (unit == 0) return false;
        if (pending == 60 || pending == 80) return unit <= 16;
        if (pending == 10 || pending == 70 || pending == 90) return unit <= 9;
        return pending >= 20 && pending % 10 == 0 && unit <= 9;
    }

    /** Whether no further word can belong to the last pair. */
    private static boolean isComplete(String text, int at, int pending, int limit) {
        int next = at;
        while (next < limit && (Characters.isSpace(text.charAt(next)) || Characters.isHyphen(text.charAt(next))))
            next++;
        int end = next;
        while (end < limit && Characters.isLetter(text.charAt(end))) end++;
        String word = Characters.fold(text, next, end);
        if (word.equals("et") || (pending == 4 && word.startsWith("vingt"))) return false;
        Integer unit = UNITS.get(word);
        return unit == null || !goesWith(pending, unit);
    }

    private static boolean isFigures(String word) {
        return !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(c -> Characters.isDigit((char) c));
    }
}
