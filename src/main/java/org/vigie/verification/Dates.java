package org.vigie.verification;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Days and months: « 25 mai 2018 », « 1er juin », « juin 1950 », 25/05/2018, 2018-05-25. */
final class Dates {
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            entry("janvier", 1),
            entry("janv", 1),
            entry("fevrier", 2),
            entry("fevr", 2),
            entry("fev", 2),
            entry("mars", 3),
            entry("avril", 4),
            entry("avr", 4),
            entry("mai", 5),
            entry("juin", 6),
            entry("juillet", 7),
            entry("juil", 7),
            entry("aout", 8),
            entry("septembre", 9),
            entry("sept", 9),
            entry("octobre", 10),
            entry("oct", 10),
            entry("novembre", 11),
            entry("nov", 11),
            entry("decembre", 12),
            entry("dec", 12),
            entry("january", 1),
            entry("february", 2),
            entry("march", 3),
            entry("april", 4),
            entry("may", 5),
            entry("june", 6),
            entry("july", 7),
            entry("august", 8),
            entry("september", 9),
            entry("october", 10),
            entry("november", 11),
            entry("december", 12));
    private static final int LONGEST_DAY = 31;

    private Dates() {}

    static Optional<Mention> at(List<Token> tokens, int first) {
        Token token = tokens.get(first);
        if (token.isDigits()) {
            return inFigures(tokens, first).or(() -> inWords(tokens, first, Integer.parseInt(head(token)), first + 1));
        }
        Integer month = MONTHS.get(token.folded());
        if (month != null) return month(tokens, first, month);
        return Numerals.at(tokens, first)
                .filter(day -> day.value() >= 1 && day.value() <= LONGEST_DAY)
                .flatMap(day -> inWords(tokens, first, (int) day.value(), day.next()));
    }

    private static String head(Token token) {
        return token.length() > 4 ? "0" : token.folded();
    }

    private static Optional<Mention> inWords(List<Token> tokens, int first, int day, int from) {
        int at = from;
        if (at < tokens.size() && tokens.get(at).isWord() && Numerals.isOrdinalEnding(tokens.get(at))) at++;
        if (day < 1 || day > LONGEST_DAY || at >= tokens.size()) return Optional.empty();
        Integer month = MONTHS.get(tokens.get(at).folded());
        if (month == null || tokens.get(at).gap() >= Token.LINE) return Optional.empty();
        int behind = behindPoint(tokens, at + 1);
        int year = year(tokens, behind);
        return Optional.of(mention(year, month, day, first, year == 0 ? at + 1 : behind + 1));
    }

    private static Optional<Mention> month(List<Token> tokens, int first, int month) {
        int behind = behindPoint(tokens, first + 1);
        int year = year(tokens, behind);
        if (year == 0) return Optional.empty();
        return Optional.of(mention(year, month, 0, first, behind + 1));
    }

    private static Optional<Mention> inFigures(List<Token> tokens, int first) {
        if (!follows(tokens, first)) return Optional.empty();
        String sign = tokens.get(first + 1).folded();
        int one = number(tokens, first);
        int two = number(tokens, first + 2);
        boolean three = follows(tokens, first + 2) && tokens.get(first + 3).is(sign);
        int last = three ? number(tokens, first + 4) : 0;
        int size = tokens.get(first).length();
        if (three && size == 4 && valid(one, two, last)) return Optional.of(mention(one, two, last, first, first + 5));
        if (three && size <= 2) {
            int digits = tokens.get(first + 4).length();
            int year = digits == 4 ? last : digits == 2 ? last + (last > 50 ? 1900 : 2000) : 0;
            if (valid(year, two, one)) return Optional.of(mention(year, two, one, first, first + 5));
        }
        boolean monthOfYear =
                !three && sign.equals("/") && size <= 2 && tokens.get(first + 2).length() == 4;
        return monthOfYear && valid(two, one, 1)
                ? Optional.of(mention(two, one, 0, first, first + 3))
                : Optional.empty();
    }

    /** Whether a sign of dates and more digits follow, without a space. */
    private static boolean follows(List<Token> tokens, int at) {
        if (at + 2 >= tokens.size()) return false;
        Token sign = tokens.get(at + 1);
        return sign.joined()
                && (sign.is("/") || sign.is("-") || sign.is("."))
                && tokens.get(at + 2).isDigits()
                && tokens.get(at + 2).joined();
    }

    private static int number(List<Token> tokens, int at) {
        return tokens.get(at).length() > 4 ? 0 : Integer.parseInt(tokens.get(at).folded());
    }

    private static boolean valid(int year, int month, int day) {
        return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= LONGEST_DAY;
    }

    private static int behindPoint(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                        && tokens.get(at).is(".")
                        && tokens.get(at + 1).isDigits()
                ? at + 1
                : at;
    }

    private static int year(List<Token> tokens, int at) {
        if (at >= tokens.size() || !tokens.get(at).isDigits()) return 0;
        Token token = tokens.get(at);
        return token.length() == 4 && token.gap() < Token.LINE ? Integer.parseInt(token.folded()) : 0;
    }

    private static Mention mention(int year, int month, int day, int first, int next) {
        return new Mention(ClaimKind.DATE, new Value.Day(year, month, day), first, next, false);
    }
}
