package org.vigie.detection;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date as people write it: « 12/03/1980 », « 12.3.80 », « 1980-03-12 », « 12031980 », « 1er avril 1980 », « 12 mars
 * 80 », « March 12, 1980 », « trois septembre mille neuf cent quatre-vingt-deux ». It exists in the calendar.
 *
 * @param year 0 where it is spelled out
 */
record CalendarDate(int start, int end, int year) {
    private static final int FIRST_YEAR = 1900;
    /** No clock is asked: a date of birth is in the past of this program's lifetime. */
    private static final int LAST_YEAR = 2040;

    private static final int LONGEST_WORD = 14;
    private static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");
    private static final List<String> ENGLISH_MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> SHORT_MONTHS =
            List.of("janv", "fevr", "mar", "avr", "mai", "jun", "juil", "aou", "sept", "oct", "nov", "dec");
    private static final List<String> SHORTER_MONTHS =
            List.of("jan", "fev", "mrs", "apr", "may", "jui", "jul", "aug", "sep", "octo", "nove", "dece");
    private static final WordSet NUMBER_WORDS = WordSet.of("""
            un une premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt
            vingts trente quarante cinquante soixante septante octante huitante nonante cent cents mille mil et
            """);

    /** The date that starts with the digits or the word at an offset; {@code null} if there is none. */
    static @Nullable CalendarDate at(String text, int start) {
        int end = Characters.wordEnd(text, start, LONGEST_WORD);
        if (end == start) return null;
        if (!Characters.isDigit(text.charAt(start))) {
            int month = month(text, start, end);
            return month > 0 ? english(text, start, end, month) : spelled(text, start, end);
        }
        int digits = digitsEnd(text, start);
        if (digits < end) {
            String ending = Characters.fold(text, digits, end);
            return switch (ending) {
                case "er", "st", "nd", "rd", "th", "e" -> named(text, start, digits, end);
                default -> glued(text, start, digits, end);
            };
        }
        return switch (digits - start) {
            case 1, 2 -> digits == end ? separated(text, start, digits) : null;
            case 4 -> iso(text, start, digits);
            case 6, 8 -> compact(text, start, digits);
            default -> null;
        };
    }

    /** « 12mars1980 ». */
    private static @Nullable CalendarDate glued(String text, int start, int digits, int end) {
        int letters = digits;
        while (letters < end && !Characters.isDigit(text.charAt(letters))) letters++;
        int month = month(text, digits, letters);
        int yearEnd = digitsEnd(text, letters);
        if (digits - start > 2 || month == 0 || yearEnd != end) return null;
        return valid(start, yearEnd, number(text, start, digits), month, year(text, letters, yearEnd));
    }

    private static @Nullable CalendarDate separated(String text, int start, int dayEnd) {
        int monthStart = behindSeparator(text, dayEnd);
        if (monthStart < 0) return null;
        char sign = sign(text, dayEnd, monthStart);
        if (!Characters.isDigit(Characters.at(text, monthStart))) return named(text, start, dayEnd, dayEnd);
        int monthEnd = digitsEnd(text, monthStart);
        int yearStart = behindSeparator(text, monthEnd);
        if (monthEnd - monthStart > 2 || yearStart < 0 || sign != sign(text, monthEnd, yearStart)) return null;
        int yearEnd = digitsEnd(text, yearStart);
        if (!isEnd(text, yearEnd)) return null;
        int one = number(text, start, dayEnd);
        int two = number(text, monthStart, monthEnd);
        int year = year(text, yearStart, yearEnd);
        CalendarDate date = valid(start, yearEnd, one, two, year);
        return date == null ? valid(start, yearEnd, two, one, year) : date;
    }

    /** « 12 mars 1980 », « 1er avr. 80 », « 12-mars-1980 ». */
    private static @Nullable CalendarDate named(String text, int start, int digitsEnd, int dayEnd) {
        int monthStart = behindSeparator(text, dayEnd);
        if (digitsEnd - start > 2 || monthStart < 0) return null;
        int monthEnd = Characters.wordEnd(text, monthStart, LONGEST_WORD);
        int month = month(text, monthStart, monthEnd);
        if (month == 0) return null;
        int yearStart = behindSeparator(text, Characters.at(text, monthEnd) == '.' ? monthEnd + 1 : monthEnd);
        if (yearStart < 0) return null;
        int yearEnd = digitsEnd(text, yearStart);
        if (yearEnd == yearStart) {
            int spelled = numberWordsEnd(text, yearStart);
            return spelled > 0 ? new CalendarDate(start, spelled, 0) : null;
        }
        if (!isEnd(text, yearEnd)) return null;
        return valid(start, yearEnd, number(text, start, digitsEnd), month, year(text, yearStart, yearEnd));
    }

    /** « March 12, 1980 ». */
    private static @Nullable CalendarDate english(String text, int start, int monthEnd, int month) {
        int dayStart = behindSeparator(text, monthEnd);
        if (dayStart < 0) return null;
        int dayEnd = digitsEnd(text, dayStart);
        if (dayEnd == dayStart || dayEnd - dayStart > 2) return null;
        int behind = Characters.wordEnd(text, dayEnd, 3);
        int yearStart = behindSeparator(text, Characters.at(text, behind) == ',' ? behind + 1 : behind);
        if (yearStart < 0) return null;
        int yearEnd = digitsEnd(text, yearStart);
        if (yearEnd - yearStart != 4) return null;
        return valid(start, yearEnd, number(text, dayStart, dayEnd), month, number(text, yearStart, yearEnd));
    }

    private static @Nullable CalendarDate spelled(String text, int start, int end) {
        if (!NUMBER_WORDS.has(text, start, end)) return null;
        int at = end;
        for (int words = 0; words < 4; words++) {
            int word = behindSeparator(text, at);
            if (word < 0) return null;
            int wordEnd = Characters.wordEnd(text, word, LONGEST_WORD);
            if (month(text, word, wordEnd) > 0) {
                int year = behindSeparator(text, wordEnd);
                int yearEnd = year < 0 ? -1 : Math.max(numberWordsEnd(text, year), fourDigits(text, year));
                return yearEnd > 0 ? new CalendarDate(start, yearEnd, 0) : null;
            }
            if (!NUMBER_WORDS.has(text, word, wordEnd)) return null;
            at = wordEnd;
        }
        return null;
    }

    private static int fourDigits(String text, int start) {
        int end = digitsEnd(text, start);
        return end - start == 4 ? end : -1;
    }

    /** The end of a year in words; negative if no thousand is in them. */
    private static int numberWordsEnd(String text, int start) {
        int end = -1;
        boolean thousand = false;
        int at = start;
        for (int words = 0; words < 9; words++) {
            int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
            if (!NUMBER_WORDS.has(text, at, wordEnd)) break;
            String word = Characters.fold(text, at, wordEnd);
            thousand |= word.equals("mille") || word.equals("mil");
            if (!word.equals("et")) end = wordEnd;
            char next = Characters.at(text, wordEnd);
            if (!Characters.isSpace(next) && !Characters.isHyphen(next)) break;
            at = wordEnd + 1;
        }
        return thousand ? end : -1;
    }

    private static @Nullable CalendarDate iso(String text, int start, int yearEnd) {
        char sign = Characters.at(text, yearEnd);
        if (sign != '-' && sign != '/' && sign != '.') return null;
        int monthEnd = digitsEnd(text, yearEnd + 1);
        int dayEnd = digitsEnd(text, monthEnd + 1);
        if (monthEnd - yearEnd - 1 > 2 || Characters.at(text, monthEnd) != sign || dayEnd - monthEnd - 1 > 2)
            return null;
        char next = Characters.at(text, dayEnd);
        if (dayEnd == monthEnd + 1 || monthEnd == yearEnd + 1) return null;
        if (Characters.isAlphanumeric(next) && next != 'T') return null;
        return valid(
                start,
                dayEnd,
                number(text, monthEnd + 1, dayEnd),
                number(text, yearEnd + 1, monthEnd),
                number(text, start, yearEnd));
    }

    private static @Nullable CalendarDate compact(String text, int start, int end) {
        if (!isEnd(text, end)) return null;
        int one = number(text, start, start + 2);
        int two = number(text, start + 2, start + 4);
        CalendarDate date = valid(start, end, one, two, year(text, start + 4, end));
        if (date != null || end - start != 8) return date;
        return valid(
                start,
                end,
                number(text, end - 2, end),
                number(text, start + 4, end - 2),
                number(text, start, start + 4));
    }

    private static @Nullable CalendarDate valid(int start, int end, int day, int month, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
        return day <= YearMonth.of(year, month).lengthOfMonth() ? new CalendarDate(start, end, year) : null;
    }

    private static int month(String text, int start, int end) {
        if (end - start < 3) return 0;
        String word = Characters.fold(text, start, end);
        for (List<String> months : List.of(MONTHS, SHORT_MONTHS, SHORTER_MONTHS, ENGLISH_MONTHS)) {
            int index = months.indexOf(word);
            if (index >= 0) return index + 1;
        }
        return 0;
    }

    /** « 80 » is 1980 and « 05 » 2005: of two digits, those of this century's first decades are taken to be that. */
    private static int year(String text, int start, int end) {
        int year = number(text, start, end);
        if (end - start == 2) return year <= LAST_YEAR % 100 ? 2000 + year : 1900 + year;
        return end - start == 4 ? year : 0;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) number = 10 * number + text.charAt(i) - '0';
        return number;
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (end < start + 9 && Characters.isDigit(Characters.at(text, end))) end++;
        return end;
    }

    private static boolean isEnd(String text, int at) {
        return !Characters.isAlphanumeric(Characters.at(text, at));
    }

    /** Behind one sign with spaces around it, or behind spaces. */
    private static int behindSeparator(String text, int start) {
        int at = start;
        while (at < start + 2 && Characters.isSpace(Characters.at(text, at))) at++;
        char c = Characters.at(text, at);
        if (c == '/' || c == '.' || Characters.isHyphen(c)) {
            at++;
            if (at < text.length() && Characters.isSpace(Characters.at(text, at))) at++;
        }
        return at > start && Characters.isAlphanumeric(Characters.at(text, at)) ? at : -1;
    }

    private static char sign(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Characters.isSpace(text.charAt(i))) return text.charAt(i);
        }
        return ' ';
    }
}
