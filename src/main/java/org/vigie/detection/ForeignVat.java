package org.vigie.detection;

/**
 * The check digits of VAT numbers of the European Union, Switzerland, Norway and the United Kingdom, as the tax
 * administrations publish them (« VIES – algorithms », 2020). Where a country gives none for a kind of number
 * (persons in Bulgaria, groups in the United Kingdom), that kind does not pass here and needs a word near it.
 */
final class ForeignVat {
    private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final String SPANISH_PERSONS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String SPANISH_FIRMS = "JABCDEFGHI";
    private static final int[] CYPRIOT_ODD = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};

    private static final int[] BULGARIAN = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final int[] BULGARIAN_AGAIN = {3, 4, 5, 6, 7, 8, 9, 10};
    private static final int[] LITHUANIAN = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final int[] LITHUANIAN_AGAIN = {3, 4, 5, 6, 7, 8, 9, 1};
    private static final int[] LITHUANIAN_LONG = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2};
    private static final int[] LITHUANIAN_LONG_AGAIN = {3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4};

    private ForeignVat() {}

    /** Whether so few numbers pass the check (one in 89 at most) that the groups may stand apart without any word. */
    static boolean isStrict(String country) {
        return switch (country) {
            case "AT", "BE", "GB", "LU", "NL", "XI" -> true;
            default -> false;
        };
    }

    /**
     * @param country its letters in capitals
     * @param number what follows them, in capitals, of a length that the country knows
     */
    static boolean isValid(String country, String number) {
        return switch (country) {
            case "AT" -> austrian(number);
            case "BE" -> belgian(number);
            case "BG" -> number.length() == 9 && twice(number, BULGARIAN, BULGARIAN_AGAIN);
            case "CHE" -> (11 - sum(number, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == digit(number, 8);
            case "CY" -> cypriot(number);
            case "CZ" ->
                number.length() == 8
                        && number.charAt(0) != '9'
                        && (11 - sum(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == digit(number, 7);
            case "DE", "HR" -> number.charAt(0) != '0' && mod11and10(number);
            case "DK" -> number.charAt(0) != '0' && sum(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
            case "EE" -> number.startsWith("10") && sum(number, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
            case "EL" -> sum(number, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(number, 8);
            case "ES" -> spanish(number);
            case "FI" -> sum(number, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0;
            case "GB", "XI" -> british(number);
            case "HU" -> sum(number, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0;
            case "IE" -> irish(number);
            case "IT" -> Checksums.luhn(number) && !number.startsWith("0000000");
            case "LT" -> lithuanian(number);
            case "LU" -> number(number, 0, 6) % 89 == number(number, 6, 8);
            case "LV" -> number.charAt(0) > '3' && sum(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
            case "MT" -> number.charAt(0) != '0' && sum(number, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0;
            case "NL" -> dutch(number);
            case "NO" -> (11 - sum(number, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == digit(number, 8);
            case "PL" -> sum(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(number, 9);
            case "PT" ->
                number.charAt(0) != '0'
                        && (11 - sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == digit(number, 8);
            case "RO" -> romanian(number);
            case "SE" -> Checksums.luhn(number.substring(0, 10)) && number(number, 10, 12) > 0;
            case "SI" -> number.charAt(0) != '0' && slovenian(number);
            case "SK" -> "234789".indexOf(number.charAt(2)) >= 0 && number(number, 0, 10) % 11 == 0;
            default -> false;
        };
    }

    private static boolean austrian(String number) {
        int sum = 4;
        for (int i = 1; i < 8; i++) sum += i % 2 == 0 ? digitSum(2 * digit(number, i)) : digit(number, i);
        return (10 - sum % 10) % 10 == digit(number, 8);
    }

    private static boolean belgian(String number) {
        return number.length() == 10
                && number.charAt(0) <= '1'
                && 97 - number(number, 0, 8) % 97 == number(number, 8, 10);
    }

    private static boolean cypriot(String number) {
        if (Characters.isDigit(number.charAt(8)) || !areDigits(number, 0, 8)) return false;
        int sum = 0;
        for (int i = 0; i < 8; i++) sum += i % 2 == 0 ? CYPRIOT_ODD[digit(number, i)] : digit(number, i);
        return number.charAt(8) == 'A' + sum % 26;
    }

    /** Firms: a letter, seven digits and a key, digit or letter; persons: eight digits, or X, Y, Z and seven, a letter. */
    private static boolean spanish(String number) {
        if (!areDigits(number, 1, 8)) return false;
        char first = number.charAt(0);
        char key = number.charAt(8);
        if (Characters.isDigit(first)) return key == SPANISH_PERSONS.charAt((int) (number(number, 0, 8) % 23));
        if (first >= 'X') {
            return key == SPANISH_PERSONS.charAt((int) (((first - 'X') * 10_000_000L + number(number, 1, 8)) % 23));
        }
        int sum = 0;
        for (int i = 1; i < 8; i++) sum += i % 2 == 1 ? digitSum(2 * digit(number, i)) : digit(number, i);
        int expected = (10 - sum % 10) % 10;
        return Characters.isDigit(key) ? key - '0' == expected : key == SPANISH_FIRMS.charAt(expected);
    }

    /** Nine digits, or twelve of which three name the branch. */
    private static boolean british(String number) {
        if (number.length() != 9 && number.length() != 12 || number.startsWith("0000000")) return false;
        long sum = sum(number, 8, 7, 6, 5, 4, 3, 2) + number(number, 7, 9);
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }

    private static boolean irish(String number) {
        if (!areDigits(number, 0, 7) || Characters.isDigit(number.charAt(7))) return false;
        int more = number.length() > 8 ? number.charAt(8) - 'A' + 1 : 0;
        if (more < 0 || more > 23) return false;
        return IRISH.charAt((sum(number, 8, 7, 6, 5, 4, 3, 2) + 9 * (more % 23)) % 23) == number.charAt(7);
    }

    private static boolean lithuanian(String number) {
        if (number.length() == 9) {
            return number.charAt(7) == '1' && twice(number, LITHUANIAN, LITHUANIAN_AGAIN);
        }
        return number.length() == 12
                && number.charAt(10) == '1'
                && twice(number, LITHUANIAN_LONG, LITHUANIAN_LONG_AGAIN);
    }

    /** Firms by the weights of old, sole traders since 2020 by ISO 7064 over {@code NL} and the number. */
    private static boolean dutch(String number) {
        if (!areDigits(number, 0, 9) || !areDigits(number, 10, 12)) return false;
        if (sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(number, 8)) return true;
        int remainder = 0;
        for (char c : ("NL" + number).toCharArray()) {
            int value = Character.digit(c, 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }

    private static boolean romanian(String number) {
        String nine = "0".repeat(10 - number.length()) + number;
        return number.charAt(0) != '0' && 10 * sum(nine, 7, 5, 3, 2, 1, 7, 5, 3, 2) % 11 % 10 == digit(nine, 9);
    }

    private static boolean slovenian(String number) {
        int rest = sum(number, 8, 7, 6, 5, 4, 3, 2) % 11;
        return rest > 0 && (11 - rest) % 10 == digit(number, 7);
    }

    /** Modulo 11; where that is 10, again with other weights, and 10 is then 0. */
    private static boolean twice(String number, int[] weights, int[] again) {
        int rest = sum(number, weights) % 11;
        if (rest == 10) rest = sum(number, again) % 11 % 10;
        return rest == digit(number, weights.length);
    }

    /** ISO 7064, hybrid system MOD 11,10. */
    private static boolean mod11and10(String digits) {
        int product = 10;
        for (int i = 0; i + 1 < digits.length(); i++) {
            int sum = (digit(digits, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == digit(digits, digits.length() - 1);
    }

    private static int sum(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * digit(number, i);
        return sum;
    }

    private static int digitSum(int value) {
        return value / 10 + value % 10;
    }

    private static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }

    private static long number(String number, int from, int to) {
        return Long.parseLong(number, from, to, 10);
    }

    private static boolean areDigits(String number, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Characters.isDigit(number.charAt(i))) return false;
        }
        return true;
    }
}
