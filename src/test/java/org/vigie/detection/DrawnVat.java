package org.vigie.detection;

import java.util.Locale;

/** VAT numbers of other countries than France, valid by the check of each, as VIES prints them: drawn until one fits. */
final class DrawnVat {
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private DrawnVat() {}

    /** @param manner the country, then a hyphen and what stands between the groups: {@code de-spaced} */
    static String draw(DrawnValues values, String manner) {
        String[] parts = manner.split("-", 2);
        String country = parts[0].toUpperCase(Locale.ROOT);
        String number = number(values, country);
        String separator = switch (parts.length > 1 ? parts[1] : "compact") {
            case "compact" -> "";
            case "spaced" -> " ";
            case "dots" -> ".";
            case "dashes" -> "-";
            case "nbsp" -> "\u00a0";
            case "prefix" -> "prefix";
            case "lower" -> "lower";
            case "lines" -> "\n";
            default -> throw new IllegalArgumentException("no manner " + manner);
        };
        if (separator.equals("lower")) return (country + number).toLowerCase(Locale.ROOT);
        if (separator.equals("prefix") || separator.equals("\n"))
            return country + (separator.equals("\n") ? "\n" : " ") + number;
        return country
                + separator
                + (separator.isEmpty() ? number : number.replaceAll("(...)(?=.{2})", "$1" + separator));
    }

    private static String number(DrawnValues values, String country) {
        while (true) {
            String number = shaped(values, country);
            if (isValid(country, number)) return number;
        }
    }

    private static String shaped(DrawnValues values, String country) {
        return switch (country) {
            case "AT" -> "U" + digits(values, 8);
            case "BE", "SK", "PL" -> digits(values, 10);
            case "CHE", "DE", "EE", "EL", "GB", "LT", "PT" -> digits(values, 9);
            case "BG" -> digits(values, 9);
            case "CY" -> digits(values, 8) + values.letters(CAPITALS, 1);
            case "CZ", "DK", "FI", "HU", "LU", "MT", "SI" -> digits(values, 8);
            case "ES" -> values.letters("AB", 1) + digits(values, 8);
            case "HR", "IT", "LV" -> digits(values, 11);
            case "IE" -> digits(values, 7) + values.letters(CAPITALS.substring(0, 23), 1);
            case "NL" -> digits(values, 9) + "B0" + values.letters("123", 1);
            case "RO" -> values.letters("123456789", 1) + digits(values, 7);
            case "SE" -> digits(values, 10) + "01";
            default -> throw new IllegalArgumentException(country);
        };
    }

    private static String digits(DrawnValues values, int count) {
        return values.letters("0123456789", count);
    }

    private static boolean isValid(String country, String n) {
        return switch (country) {
            case "AT" -> {
                int sum = 4;
                for (int i = 1; i < 8; i++) {
                    int d = digit(n, i) * (i % 2 == 0 ? 2 : 1);
                    sum += d / 10 + d % 10;
                }
                yield (10 - sum % 10) % 10 == digit(n, 8);
            }
            case "BE" -> n.charAt(0) <= '1' && 97 - Long.parseLong(n.substring(0, 8)) % 97 == tail(n, 2);
            case "BG" -> {
                int first = sum(n, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
                yield (first == 10 ? sum(n, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10 : first) == digit(n, 8);
            }
            case "CHE" -> (11 - sum(n, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == digit(n, 8);
            case "CY" -> {
                int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
                int sum = 0;
                for (int i = 0; i < 8; i++) sum += i % 2 == 0 ? odd[digit(n, i)] : digit(n, i);
                yield n.charAt(0) != '9' && n.charAt(8) == 'A' + sum % 26 && !n.startsWith("12");
            }
            case "CZ" -> n.charAt(0) != '9' && (11 - sum(n, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == digit(n, 7);
            case "DE", "HR" -> n.charAt(0) != '0' && hybrid(n);
            case "DK" -> n.charAt(0) != '0' && sum(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
            case "EE" -> n.startsWith("10") && sum(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
            case "EL" -> sum(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(n, 8);
            case "ES" -> {
                int sum = 0;
                for (int i = 1; i < 8; i++) {
                    int d = digit(n, i) * (i % 2 == 1 ? 2 : 1);
                    sum += d / 10 + d % 10;
                }
                yield (10 - sum % 10) % 10 == digit(n, 8);
            }
            case "FI" -> sum(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0;
            case "GB" -> n.charAt(0) != '0' && (sum(n, 8, 7, 6, 5, 4, 3, 2) + tail(n, 2)) % 97 == 0;
            case "HU" -> sum(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0;
            case "IE" -> "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum(n, 8, 7, 6, 5, 4, 3, 2) % 23) == n.charAt(7);
            case "IT" -> DrawnValues.luhn(n) && n.startsWith("0");
            case "LT" -> {
                int first = sum(n, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
                yield n.charAt(7) == '1'
                        && (first == 10 ? sum(n, 3, 4, 5, 6, 7, 8, 9, 1) % 11 % 10 : first) == digit(n, 8);
            }
            case "LU" -> Long.parseLong(n.substring(0, 6)) % 89 == tail(n, 2);
            case "LV" -> n.charAt(0) > '3' && sum(n, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
            case "MT" -> n.charAt(0) != '0' && sum(n, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0;
            case "NL" -> sum(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(n, 8);
            case "PL" -> n.charAt(0) != '0' && sum(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(n, 9);
            case "PT" -> n.charAt(0) == '5' && (11 - sum(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == digit(n, 8);
            case "RO" -> 10 * sum("00" + n, 7, 5, 3, 2, 1, 7, 5, 3, 2) % 11 % 10 == digit(n, 7);
            case "SE" -> DrawnValues.luhn(n.substring(0, 10)) && n.startsWith("55");
            case "SI" ->
                n.charAt(0) != '0'
                        && sum(n, 8, 7, 6, 5, 4, 3, 2) % 11 > 0
                        && (11 - sum(n, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == digit(n, 7);
            case "SK" -> n.startsWith("20") && Long.parseLong(n) % 11 == 0;
            default -> throw new IllegalArgumentException(country);
        };
    }

    private static int digit(String n, int at) {
        return n.charAt(at) - '0';
    }

    private static int tail(String n, int count) {
        return Integer.parseInt(n.substring(n.length() - count));
    }

    private static int sum(String n, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * digit(n, i);
        return sum;
    }

    /** ISO 7064, MOD 11,10. */
    private static boolean hybrid(String n) {
        int p = 10;
        for (int i = 0; i < n.length() - 1; i++) {
            int s = (digit(n, i) + p) % 10;
            p = (s == 0 ? 10 : s) * 2 % 11;
        }
        return (p + digit(n, n.length() - 1)) % 10 == 1;
    }
}
