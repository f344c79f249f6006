package org.vigie.verification;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers in French words and in Roman numerals. */
final class Numerals {
    private static final Map<String, Integer> UNITS = Map.ofEntries(
            entry("zero", 0),
            entry("un", 1),
            entry("une", 1),
            entry("deux", 2),
            entry("trois", 3),
            entry("quatre", 4),
            entry("cinq", 5),
            entry("six", 6),
            entry("sept", 7),
            entry("huit", 8),
            entry("neuf", 9),
            entry("dix", 10),
            entry("onze", 11),
            entry("douze", 12),
            entry("treize", 13),
            entry("quatorze", 14),
            entry("quinze", 15),
            entry("seize", 16));
    private static final Map<String, Integer> TENS = Map.ofEntries(
            entry("vingt", 20),
            entry("vingts", 20),
            entry("trente", 30),
            entry("quarante", 40),
            entry("cinquante", 50),
            entry("soixante", 60),
            entry("septante", 70),
            entry("huitante", 80),
            entry("octante", 80),
            entry("nonante", 90));
    static final Map<String, Long> POWERS = Map.of(
            "mille",
            1_000L,
            "million",
            1_000_000L,
            "millions",
            1_000_000L,
            "milliard",
            1_000_000_000L,
            "milliards",
            1_000_000_000L);
    private static final Map<String, Integer> COLLECTIVES = Map.ofEntries(
            entry("dizaine", 10),
            entry("douzaine", 12),
            entry("quinzaine", 15),
            entry("vingtaine", 20),
            entry("trentaine", 30),
            entry("quarantaine", 40),
            entry("cinquantaine", 50),
            entry("soixantaine", 60),
            entry("centaine", 100),
            entry("millier", 1_000));
    private static final Map<String, Integer> ORDINALS = Map.ofEntries(
            entry("premier", 1),
            entry("premiere", 1),
            entry("deuxieme", 2),
            entry("troisieme", 3),
            entry("quatrieme", 4),
            entry("cinquieme", 5),
            entry("sixieme", 6),
            entry("septieme", 7),
            entry("huitieme", 8),
            entry("neuvieme", 9),
            entry("dixieme", 10),
            entry("onzieme", 11),
            entry("douzieme", 12),
            entry("quinzieme", 15),
            entry("vingtieme", 20),
            entry("centieme", 100));
    private static final Set<String> ORDINAL_ENDINGS =
            Set.of("e", "er", "re", "ere", "eme", "iere", "nd", "nde", "ieme", "emes");
    private static final Set<String> DOUBTFUL = Set.of("un", "une", "premier", "premiere", "neuf", "zero");

    private Numerals() {}

    /**
     * @param next the token behind it
     * @param doubtful more often an article or an adjective than a number
     */
    record Numeral(long value, int next, boolean doubtful) {}

    /** The number in words that begins at a token. */
    static Optional<Numeral> at(List<Token> tokens, int first) {
        String word = tokens.get(first).folded();
        if (COLLECTIVES.containsKey(word)) return Optional.of(new Numeral(COLLECTIVES.get(word), first + 1, false));
        if (ORDINALS.containsKey(word)) {
            return Optional.of(new Numeral(ORDINALS.get(word), first + 1, DOUBTFUL.contains(word)));
        }
        return new Reader(tokens, first).read();
    }

    /** Whether the word after a number makes it an ordinal: « 3e », « 1er ». */
    static boolean isOrdinalEnding(Token token) {
        return token.joined() && ORDINAL_ENDINGS.contains(token.folded());
    }

    /** « XIX », « XIXe »: 0 where it is none. Of one letter only with an ending, since « V » and « I » are words. */
    static int roman(String word) {
        int end = 0;
        while (end < word.length() && "IVXL".indexOf(word.charAt(end)) >= 0) end++;
        String ending = Token.fold(word.substring(end));
        boolean numeral = ending.isEmpty() ? end > 1 : ORDINAL_ENDINGS.contains(ending);
        if (end == 0 || !numeral || end == 1 && word.charAt(0) == 'L') return 0;
        int value = 0;
        for (int i = 0; i < end; i++) {
            int digit = digit(word.charAt(i));
            value += i + 1 < end && digit(word.charAt(i + 1)) > digit ? -digit : digit;
        }
        return value;
    }

    private static int digit(char letter) {
        return switch (letter) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            default -> 50;
        };
    }

    /** Adds up « deux cent quatre-vingt-dix-neuf mille trois ». */
    private static final class Reader {
        private final List<Token> tokens;
        private final int first;
        private int at;
        private long total;
        private long group;

        Reader(List<Token> tokens, int first) {
            this.tokens = tokens;
            this.first = first;
            at = first;
        }

        Optional<Numeral> read() {
            while (at < tokens.size() && accept(tokens.get(at).folded())) {
                at++;
                skipLink();
            }
            if (at == first) return Optional.empty();
            int next = tokens.get(at - 1).isWord() && !tokens.get(at - 1).is("et") ? at : at - 1;
            boolean alone = next == first + 1;
            return Optional.of(new Numeral(
                    total + group,
                    next,
                    alone && DOUBTFUL.contains(tokens.get(first).folded())));
        }

        private boolean accept(String word) {
            if (at > first && tokens.get(at).gap() >= Token.LINE) return false;
            Integer unit = UNITS.get(word);
            if (unit != null) return acceptUnit(unit);
            Integer tens = TENS.get(word);
            if (tens != null) return acceptTens(tens);
            if (word.equals("cent") || word.equals("cents")) return acceptHundred();
            Long power = POWERS.get(word);
            if (power == null || power > 1_000 && total + group == 0) return false;
            total += Math.max(1, group) * power;
            if (power > 1_000 && total > power && total % power != 0 && group == 0) return false;
            group = 0;
            return true;
        }

        private boolean acceptUnit(int unit) {
            long rest = group % 100;
            boolean fits =
                    unit < 10 ? rest == 0 || rest >= 20 && rest % 10 == 0 : rest == 0 || rest == 60 || rest == 80;
            // « soixante-dix-sept »: 70 and 90 are made of 10 and go on.
            boolean teens = unit < 10 && (rest == 10 || rest == 70 || rest == 90);
            if (!fits && !teens || total + group > 0 && unit == 0) return false;
            group += unit;
            return true;
        }

        private boolean acceptTens(int tens) {
            if (tens == 20 && group % 100 == 4) {
                group += 76;
                return true;
            }
            if (group % 100 != 0) return false;
            group += tens;
            return true;
        }

        private boolean acceptHundred() {
            if (group > 9) return false;
            group = Math.max(1, group) * 100;
            return true;
        }

        /** A hyphen, or « et » before « un » and « onze ». */
        private void skipLink() {
            if (at + 1 >= tokens.size()) return;
            Token link = tokens.get(at);
            String next = tokens.get(at + 1).folded();
            boolean number = UNITS.containsKey(next)
                    || TENS.containsKey(next)
                    || next.startsWith("cent")
                    || POWERS.containsKey(next);
            boolean hyphen = link.is("-") && link.joined() && tokens.get(at + 1).joined() && number;
            boolean and = link.is("et")
                    && group % 10 == 0
                    && group % 100 >= 20
                    && (next.equals("un") || next.equals("une") || next.equals("onze"));
            if (hyphen || and) at++;
        }
    }
}
