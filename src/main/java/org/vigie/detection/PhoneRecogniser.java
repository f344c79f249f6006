package org.vigie.detection;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.vigie.detection.DigitSequence.Candidate;

/**
 * Telephone numbers: French ones as they are written in France, and international ones behind {@code +} or {@code 00}.
 * Short numbers (15, 3xxx, 10xx, 116xxx) are public services and left alone. There is no checksum, so ten digits
 * without a separator need the prefix of a mobile or words near them.
 */
final class PhoneRecogniser implements NumberRecogniser {
    private static final Set<String> WORDS = Set.of(
            " tel ",
            " telephone",
            " mobile",
            " portable",
            " fixe ",
            " fax ",
            " joindre",
            " joignable",
            " appel",
            " sms ",
            " ligne directe",
            " standard ",
            " phone",
            " numero de tel",
            " rappel",
            " whatsapp");
    private static final int[][] FRENCH_FORMS = {
        {4, 2, 2, 2}, {4, 3, 3}, {2, 4, 4}, {3, 3, 4}, {4, 6}, {2, 8}, {2, 3, 3, 2}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
    };
    /** ITU-T E.164: at most 15 digits with the country code. */
    private static final int LONGEST = 15;

    private static final int SHORTEST = 8;

    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        if (sequence.startsWith("00")) return doubleZero(sequence);
        if (!sequence.startsWith("0") || sequence.length() < 10) return Optional.empty();
        return sequence.candidate(10)
                .filter(Candidate::isNumeric)
                .filter(c -> c.digits().charAt(1) != '0' && isFrench(c))
                .map(c -> c.finding(FindingType.PHONE, Finding.CERTAIN, "phone-fr"));
    }

    private static boolean isFrench(Candidate candidate) {
        if (candidate.isGrouped(2, 2, 2, 2, 2)) return candidate.isUniform() && candidate.groupsGoingOn() % 5 == 0;
        Context context = candidate.context();
        if (context.has(WORDS)) return true;
        boolean mobile =
                candidate.digits().startsWith("06") || candidate.digits().startsWith("07");
        boolean form = candidate.isCompact() || Arrays.stream(FRENCH_FORMS).anyMatch(candidate::isGrouped);
        boolean overseas = candidate.isGrouped(4, 2, 2, 2);
        return form && (mobile || overseas) && !context.isOtherNumber() && !context.isQuantity();
    }

    /** {@code 0033 1 …}: the way to dial abroad from France. */
    private static Optional<Finding> doubleZero(DigitSequence sequence) {
        if (sequence.startsWith("000")) return Optional.empty();
        if (sequence.startsWith("0033")) {
            return sequence.candidate(13)
                    .filter(c -> c.digits().charAt(4) != '0')
                    .or(() -> sequence.candidate(14).filter(c -> c.digits().charAt(4) == '0'))
                    .map(c -> c.finding(FindingType.PHONE, Finding.CERTAIN, "phone-fr"));
        }
        for (int count = Math.min(sequence.length(), LONGEST + 2); count >= SHORTEST + 2; count--) {
            Optional<Finding> found = sequence.candidate(count)
                    .filter(c -> c.isNumeric() && isForeign(c.digits().substring(2)))
                    .filter(c -> c.context().has(WORDS) || (!c.isCompact() && c.isGroupedAfter(2)))
                    .map(c -> c.finding(FindingType.PHONE, Finding.PROBABLE, "phone-international"));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** The number behind a {@code +} that stands at an offset: {@code +33 (0)1 99 00 12 34}, {@code +41 22 …}. */
    static Optional<Finding> plus(String text, int plus) {
        char before = Characters.at(text, plus - 1);
        if (Characters.isAlphanumeric(before) || before == '+' || !Characters.isDigit(Characters.at(text, plus + 1))) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder(LONGEST + 1);
        int at = plus + 1;
        int end = at;
        while (at < text.length() && digits.length() <= LONGEST) {
            char c = text.charAt(at);
            if (Characters.isDigit(c)) {
                digits.append(c);
                end = ++at;
                if (isFrenchPlus(digits) && !Characters.isDigit(Characters.at(text, at))) break;
            } else if (text.startsWith("(0)", at)) {
                at += 3;
            } else if (goesOn(text, at)) {
                at++;
            } else {
                break;
            }
        }
        return judge(text, plus, end, digits.toString());
    }

    private static boolean isFrenchPlus(StringBuilder digits) {
        return digits.length() == 11 && digits.charAt(0) == '3' && digits.charAt(1) == '3' && digits.charAt(2) != '0';
    }

    /** A separator, if a digit or an opening bracket follows closely; brackets around an area code. */
    private static boolean goesOn(String text, int at) {
        char c = text.charAt(at);
        if (!Characters.isGroupSeparator(c) && c != '(' && c != ')') return false;
        char next = Characters.at(text, at + 1);
        char afterNext = Characters.at(text, at + 2);
        if (Characters.isDigit(next)) return true;
        return (next == '(' || next == ')' || Characters.isSpace(next))
                && (Characters.isDigit(afterNext) || afterNext == '(');
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
    private static boolean isForeign(String digits) {
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
