package org.vigie.detection;

/** The arithmetic of identifiers; sources and verified examples: {@code IdentifierChecksTest}. */
final class Checksums {
    /** Digits and capitals without I and O, in the order that the keys of French VAT numbers count them. */
    private static final String VAT_SYMBOLS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private Checksums() {}

    /** ISO/IEC 7812-1 annex B. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            if (i % 2 == 1) digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
            sum += digit;
        }
        return sum % 10 == 0;
    }

    static int digitSum(String digits) {
        return digits.chars().map(c -> c - '0').sum();
    }

    static boolean allEqual(String digits) {
        for (int i = 1; i < digits.length(); i++) {
            if (digits.charAt(i) != digits.charAt(0)) return false;
        }
        return true;
    }

    /** ISO 13616: the number that the rearranged IBAN spells, modulo 97, is 1. */
    static boolean iban(String compact) {
        String rearranged = compact.substring(4) + compact.substring(0, 4);
        int remainder = 0;
        for (int i = 0; i < rearranged.length(); i++) {
            int value = Character.digit(rearranged.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }

    /** The key of a French account number (5 + 5 + 11 + 2), letters counted as the Comité français d'organisation does. */
    static boolean rib(String rib) {
        int sum = 89 * ribPart(rib, 0, 5) + 15 * ribPart(rib, 5, 10) + 3 * ribPart(rib, 10, 21);
        return Integer.parseInt(rib, 21, 23, 10) == 97 - sum % 97;
    }

    /** A part modulo 97. */
    private static int ribPart(String rib, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = rib.charAt(i);
            int digit = Characters.isDigit(c) ? c - '0' : "12345678912345678923456789".charAt(c - 'A') - '0';
            value = (10 * value + digit) % 97;
        }
        return value;
    }

    /** NIR: key = 97 - (13 digits mod 97), with 19 for 2A and 18 for 2B. */
    static boolean nir(String nir) {
        long number = Long.parseLong(nir.substring(0, 13).replace("2A", "19").replace("2B", "18"));
        return Integer.parseInt(nir, 13, 15, 10) == 97 - number % 97;
    }

    /** The number of a taxpayer: the last three of 13 digits are the first ten modulo 511. */
    static boolean spi(String digits) {
        return Long.parseLong(digits, 0, 10, 10) % 511 == Integer.parseInt(digits, 10, 13, 10);
    }

    /** GS1 general specifications §7.9: weights 1 and 3 from the left of 13 digits. */
    static boolean ean13(String digits) {
        int sum = 0;
        for (int i = 0; i < 13; i++) sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        return sum % 10 == 0;
    }

    /** {@code FR}, a key of two, a SIREN: the key is computed from the SIREN; that of Monaco starts with 000. */
    static boolean frenchVat(String vat) {
        String siren = vat.substring(4);
        if (!siren.startsWith("000") && !luhn(siren)) return false;
        int first = VAT_SYMBOLS.indexOf(vat.charAt(2));
        int second = VAT_SYMBOLS.indexOf(vat.charAt(3));
        if (first < 0 || second < 0) return false;
        long number = Long.parseLong(siren);
        if (first < 10 && second < 10) return 10 * first + second == (12 + 3 * (number % 97)) % 97;
        int key = first < 10 ? 24 * first + second - 10 : 34 * first + second - 100;
        return (number + 1 + key / 11) % 11 == key % 11;
    }

    /** ICAO Doc 9303-3 §4.9: weights 7, 3, 1; {@code <} is 0 and {@code A} 10. */
    static boolean mrz(CharSequence field, char key) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            int value = c == '<' ? 0 : Character.digit(c, 36);
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return sum % 10 == key - '0';
    }
}
