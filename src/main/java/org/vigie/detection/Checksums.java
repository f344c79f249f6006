package org.vigie.detection;

/** The arithmetic of identifiers; sources and verified examples: {@code IdentifierChecksTest}. */
final class Checksums {
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
        return digits.chars().allMatch(c -> c == digits.charAt(0));
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
        StringBuilder digits = new StringBuilder(rib.length());
        for (int i = 0; i < rib.length(); i++) digits.append(ribDigit(rib.charAt(i)));
        long bank = Long.parseLong(digits, 0, 5, 10);
        long branch = Long.parseLong(digits, 5, 10, 10);
        long account = Long.parseLong(digits, 10, 21, 10);
        long key = Long.parseLong(digits, 21, 23, 10);
        return key == 97 - (89 * bank + 15 * branch + 3 * account) % 97;
    }

    private static char ribDigit(char c) {
        if (Characters.isDigit(c)) return c;
        return "12345678912345678923456789".charAt(c - 'A');
    }

    /** NIR: key = 97 - (13 digits mod 97), with 19 for 2A and 18 for 2B. */
    static boolean nir(String nir) {
        long number = Long.parseLong(nir.substring(0, 13).replace("2A", "19").replace("2B", "18"));
        return Integer.parseInt(nir, 13, 15, 10) == 97 - number % 97;
    }
}
