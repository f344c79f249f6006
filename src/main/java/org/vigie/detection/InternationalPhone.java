package org.vigie.detection;

import java.util.Optional;

/** Telephone numbers with the code of their country, as ITU-T E.164 gives them out, behind a plus sign. */
final class InternationalPhone {
    /** ITU-T E.164: at most 15 digits with the country code. */
    static final int LONGEST = 15;

    static final int SHORTEST = 8;

    private InternationalPhone() {}

    /** The number behind a {@code +} that stands at an offset: {@code +33 (0)1 99 00 12 34}, {@code +41 22 …}. */
    static Optional<Finding> plus(String text, int plus) {
        char before = Characters.at(text, plus - 1);
        int digit = Characters.isSpace(Characters.at(text, plus + 1)) ? plus + 2 : plus + 1;
        if (Characters.isAlphanumeric(before) || before == '+' || !Characters.isDigit(Characters.at(text, digit))) {
            return Optional.empty();
        }
        return plus(text, digit - 1, plus);
    }

    static Optional<Finding> plus(String text, int plus, int start) {
        StringBuilder digits = new StringBuilder(LONGEST + 1);
        int at = plus + 1;
        int end = at;
        while (at < text.length() && digits.length() <= LONGEST) {
            char c = text.charAt(at);
            if (Characters.isDigit(c)) {
                digits.append(c);
                end = ++at;
                if (isFrenchPlus(digits) && !Characters.isDigit(Characters.at(text, at))) break;
            } else if (text.startsWith("(0)", at) || text.startsWith("[0]", at)) {
                at += 3;
                while (Characters.isSpace(Characters.at(text, at))) at++;
            } else if (goesOn(text, at) && (c != '\n' || (digits.length() > 2 && digits.indexOf("33") == 0))) {
                at++;
            } else {
                break;
            }
        }
        return judge(text, start, end, digits.toString());
    }

    private static boolean isFrenchPlus(StringBuilder digits) {
        return digits.length() == 11 && digits.charAt(0) == '3' && digits.charAt(1) == '3' && digits.charAt(2) != '0';
    }

    /** A separator, if a digit or an opening bracket follows closely; brackets around an area code. */
    private static boolean goesOn(String text, int at) {
        char c = text.charAt(at);
        if (!Characters.isGroupSeparator(c) && c != '(' && c != ')' && c != '\n') return false;
        for (int next = at + 1; next <= at + 3; next++) {
            char following = Characters.at(text, next);
            if (Characters.isDigit(following) || following == '(') return true;
            if (c == '.') return false;
            if (!Characters.isGroupSeparator(following) && following != ')') return false;
        }
        return false;
    }

    private static Optional<Finding> judge(String text, int start, int end, String digits) {
        char next = Characters.at(text, end);
        if (Characters.isAlphanumeric(next) || (next == ',' && Characters.isDigit(Characters.at(text, end + 1)))) {
            return Optional.empty();
        }
        if (new Context(text, start, end).isQuantity()) return Optional.empty();
        if (digits.startsWith("33")) {
            boolean national = digits.startsWith("330") ? digits.length() == 12 : digits.length() == 11;
            return national
                    ? Optional.of(new Finding(FindingType.PHONE, start, end, Finding.CERTAIN, "phone-fr"))
                    : Optional.empty();
        }
        return isForeign(digits)
                ? Optional.of(new Finding(FindingType.PHONE, start, end, Finding.PROBABLE, "phone-international"))
                : Optional.empty();
    }

    /** A country code of ITU-T E.164, and a national number that does not start with the trunk 0 (Italy's does). */
    static boolean isForeign(String digits) {
        if (digits.length() < SHORTEST || digits.length() > LONGEST) return false;
        int code = countryCodeLength(digits);
        if (code == 0) return false;
        if (digits.startsWith("1")) return digits.length() == 11 && digits.charAt(1) > '1';
        return digits.charAt(code) != '0' || digits.startsWith("39");
    }

    private static int countryCodeLength(String digits) {
        char first = digits.charAt(0);
        if (first == '1' || first == '7') return 1;
        return switch (digits.substring(0, 2)) {
            case "20",
                    "27",
                    "30",
                    "31",
                    "32",
                    "33",
                    "34",
                    "36",
                    "39",
                    "40",
                    "41",
                    "43",
                    "44",
                    "45",
                    "46",
                    "47",
                    "48",
                    "49",
                    "51",
                    "52",
                    "53",
                    "54",
                    "55",
                    "56",
                    "57",
                    "58",
                    "60",
                    "61",
                    "62",
                    "63",
                    "64",
                    "65",
                    "66",
                    "81",
                    "82",
                    "84",
                    "86",
                    "90",
                    "91",
                    "92",
                    "93",
                    "94",
                    "95",
                    "98" -> 2;
            case "21",
                    "22",
                    "23",
                    "24",
                    "25",
                    "26",
                    "29",
                    "35",
                    "37",
                    "38",
                    "42",
                    "50",
                    "59",
                    "67",
                    "68",
                    "69",
                    "80",
                    "85",
                    "87",
                    "88",
                    "96",
                    "97",
                    "99" -> 3;
            default -> 0;
        };
    }
}
