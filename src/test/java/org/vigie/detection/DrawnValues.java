package org.vigie.detection;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Draws valid identifiers, each in the manner that a skeleton asks for; the same seed draws the same values. */
final class DrawnValues {
    private static final String DIGITS = "0123456789";
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ALPHANUMERICS = CAPITALS + CAPITALS.toLowerCase(Locale.ROOT) + DIGITS;
    private static final String PLATE_LETTERS = "ABCDEFGHJKLMNPQRSTVWXYZ";

    private final Random random;

    DrawnValues(long seed) {
        random = new Random(seed);
    }

    String draw(FindingType type, String manner) {
        return switch (type) {
            case NIR -> nir(manner);
            case TAX_ID -> group(taxId(), manner, "2 2 3 3 3");
            case SIREN -> group(siren(), manner, "3 3 3");
            case SIRET -> group(siret(), manner, "3 3 3 5");
            case VAT -> vat(manner);
            case IBAN -> iban(manner);
            case CARD -> card(manner);
            case PLATE -> plate(manner);
            case PASSPORT_ID -> identityDocument(manner);
            case SECRET -> DrawnSecrets.draw(this, manner);
            default -> throw new IllegalArgumentException("nothing draws " + type);
        };
    }

    /** @param kind {@code hex40}, {@code alnum24}, {@code b64x40}, {@code digits9}, {@code uuid} */
    String characters(String kind) {
        if (kind.equals("uuid")) {
            return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
        }
        int length = Integer.parseInt(kind.replaceAll("^[a-z]+(64x)?", ""));
        if (kind.startsWith("hex")) return hex(length);
        if (kind.startsWith("digits")) return digits(length);
        return letters(kind.startsWith("b64x") ? ALPHANUMERICS + "+/" : ALPHANUMERICS, length);
    }

    String hex(int length) {
        return letters("0123456789abcdef", length);
    }

    String alphanumerics(int length) {
        return letters(ALPHANUMERICS, length);
    }

    String letters(String alphabet, int length) {
        StringBuilder drawn = new StringBuilder(length);
        for (int i = 0; i < length; i++) drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
        return drawn.toString();
    }

    private String digits(int length) {
        return letters(DIGITS, length);
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Writes digits in groups; the manner says what stands between them. */
    private static String group(String digits, String manner, String sizes) {
        String separator = switch (manner) {
            case "compact" -> "";
            case "", "spaced" -> " ";
            case "dots" -> ".";
            case "dashes" -> "-";
            case "slashes" -> "/";
            case "nbsp" -> "\u00a0";
            case "nnbsp" -> "\u202f";
            case "double" -> "  ";
            case "tabs" -> "\t";
            case "single" -> "single";
            case "pairs" -> "pairs";
            case "lines" -> "lines";
            default -> throw new IllegalArgumentException("no manner " + manner);
        };
        if (separator.equals("single")) return String.join(" ", digits.split(""));
        if (separator.equals("pairs")) return digits.replaceAll("(..)(?=.)", "$1 ");
        StringBuilder text = new StringBuilder();
        int at = 0;
        List<String> groups = List.of(sizes.split(" "));
        for (int i = 0; i < groups.size(); i++) {
            int end = i == groups.size() - 1 ? digits.length() : at + Integer.parseInt(groups.get(i));
            if (i > 0) text.append(separator.equals("lines") ? i == groups.size() / 2 ? "\n" : " " : separator);
            text.append(digits, at, end);
            at = end;
        }
        return text.toString();
    }

    private String nir(String manner) {
        boolean corsican = manner.startsWith("corsica");
        String place = corsican
                ? one("2A", "2B") + String.format(Locale.ROOT, "%03d", 1 + random.nextInt(330))
                : manner.startsWith("abroad")
                        ? "99" + (100 + random.nextInt(400))
                        : manner.startsWith("overseas")
                                ? one("971", "972", "973", "974") + (10 + random.nextInt(20))
                                : String.format(
                                        Locale.ROOT, "%02d%03d", 1 + random.nextInt(95), 1 + random.nextInt(450));
        if (place.startsWith("20")) place = "21" + place.substring(2);
        String number = one("1", "2")
                + digits(1).replaceAll("[1-3]", "7")
                + digits(1)
                + String.format(Locale.ROOT, "%02d", 1 + random.nextInt(12))
                + place
                + String.format(Locale.ROOT, "%03d", 1 + random.nextInt(700));
        long value = Long.parseLong(number.replace("2A", "19").replace("2B", "18"));
        String nir = number + String.format(Locale.ROOT, "%02d", 97 - value % 97);
        String writing = manner.replaceAll("^(corsica|abroad|overseas)-?", "");
        if (writing.equals("key")) return nir.substring(0, 13) + " " + nir.substring(13);
        if (writing.equals("slash-key")) return nir.substring(0, 13) + "/" + nir.substring(13);
        if (writing.equals("brackets")) return nir.substring(0, 13) + " (" + nir.substring(13) + ")";
        if (writing.equals("word-key"))
            return group(nir.substring(0, 13), "", "1 2 2 2 3 3") + " clé " + nir.substring(13);
        return group(nir, writing, "1 2 2 2 3 3 2");
    }

    private String taxId() {
        String ten = one("0", "1", "2", "3") + digits(9);
        return ten + String.format(Locale.ROOT, "%03d", Long.parseLong(ten) % 511);
    }

    private String siren() {
        return withLuhn(one("3", "4", "5", "7", "8", "9") + digits(7));
    }

    private String siret() {
        return withLuhn(siren() + "000" + digits(1));
    }

    private static String withLuhn(String digits) {
        for (char check = '0'; check <= '9'; check++) {
            if (luhn(digits + check)) return digits + check;
        }
        throw new IllegalStateException();
    }

    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted / 10 + counted % 10;
        }
        return sum % 10 == 0;
    }

    private String vat(String manner) {
        if (manner.matches("(?!fr)[a-z]{2}(-.*)?|che(-.*)?")) return DrawnVat.draw(this, manner);
        String siren = siren();
        String key = String.format(Locale.ROOT, "%02d", (12 + 3 * (Long.parseLong(siren) % 97)) % 97);
        if (manner.startsWith("letters")) key = letterKey(Long.parseLong(siren));
        String writing = manner.replaceAll("^letters-?", "");
        return switch (writing) {
            case "compact" -> "FR" + key + siren;
            case "glued" -> "FR" + key + " " + siren;
            case "lower" -> ("fr" + key + siren);
            default -> group("FR" + key + siren, writing, "2 2 3 3 3");
        };
    }

    /** The key with a letter: of its 34 signs I and O are left out. */
    private String letterKey(long siren) {
        String signs = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        while (true) {
            int first = random.nextInt(34);
            int second = random.nextInt(34);
            if (first < 10 && second < 10) continue;
            int c = first < 10 ? 24 * first + second - 10 : 34 * first + second - 100;
            if ((siren + 1 + c / 11) % 11 == c % 11) return "" + signs.charAt(first) + signs.charAt(second);
        }
    }

    private String iban(String manner) {
        if (manner.startsWith("rib")) return rib(manner);
        String[] parts = manner.split("-", 2);
        String country = parts[0].length() == 2 ? parts[0].toUpperCase(Locale.ROOT) : "FR";
        String writing = parts[0].length() == 2 ? parts.length > 1 ? parts[1] : "" : manner;
        String account = switch (country) {
            case "FR", "MC" -> String.join("", ribParts());
            case "BE" -> belgianAccount();
            case "DE" -> digits(18);
            case "ES" -> digits(20);
            case "IT" -> letters(CAPITALS, 1) + digits(22);
            case "LU" -> digits(16);
            case "CH" -> digits(17);
            case "PT" -> digits(21);
            case "NL" -> letters(CAPITALS, 4) + digits(10);
            case "GB" -> letters(CAPITALS, 4) + digits(14);
            case "PL" -> digits(24);
            case "MA" -> digits(24);
            default -> throw new IllegalArgumentException(country);
        };
        String iban = country + key(country, account) + account;
        String sizes = "4 ".repeat((iban.length() + 3) / 4).strip();
        if (writing.equals("lower")) return group(iban, "", sizes).toLowerCase(Locale.ROOT);
        return group(iban, writing, sizes);
    }

    private static String key(String country, String account) {
        int remainder = 0;
        for (char c : (account + country + "00").toCharArray()) {
            int value = Character.digit(c, 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return String.format(Locale.ROOT, "%02d", 98 - remainder);
    }

    private String belgianAccount() {
        String ten = "5" + digits(9);
        long key = Long.parseLong(ten) % 97;
        return ten + String.format(Locale.ROOT, "%02d", key == 0 ? 97 : key);
    }

    private String[] ribParts() {
        String bank = one("30066", "10096", "13807", "15589", "18206", "42559", "20041", "16275");
        String branch = digits(5);
        String account = digits(11);
        long key = 97 - (89 * Long.parseLong(bank) + 15 * Long.parseLong(branch) + 3 * Long.parseLong(account)) % 97;
        return new String[] {bank, branch, account, String.format(Locale.ROOT, "%02d", key)};
    }

    private String rib(String manner) {
        String separator = switch (manner) {
            case "rib" -> " ";
            case "rib-compact" -> "";
            case "rib-tabs" -> "\t";
            case "rib-semicolons" -> ";";
            case "rib-pipes" -> " | ";
            case "rib-dashes" -> "-";
            case "rib-slashes" -> " / ";
            default -> throw new IllegalArgumentException(manner);
        };
        return String.join(separator, ribParts());
    }

    private String card(String manner) {
        String[] parts = manner.split("-", 2);
        String prefix = switch (parts[0]) {
            case "amex" -> one("34", "37");
            case "mastercard" -> one("51", "52", "53", "55");
            case "mastercard2" -> "2345";
            case "diners" -> "36";
            default -> one("4970", "4972", "4532", "4559");
        };
        boolean named = parts[0].matches("visa|amex|mastercard|mastercard2|diners");
        int length = parts[0].equals("amex") ? 15 : parts[0].equals("diners") ? 14 : 16;
        String number = withLuhn(prefix + digits(length - 1 - prefix.length()));
        String writing = named ? parts.length > 1 ? parts[1] : "" : manner;
        return group(number, writing, length == 15 ? "4 6 5" : length == 14 ? "4 6 4" : "4 4 4 4");
    }

    private String plate(String manner) {
        if (manner.startsWith("old")) {
            String[] parts = {
                String.valueOf(100 + random.nextInt(9800)),
                letters("BCDFGHJKLMNPQRSTVWXZ", 2),
                one("31", "44", "69", "2A", "59", "33")
            };
            return String.join(
                    manner.equals("old-compact")
                            ? ""
                            : manner.equals("old-dashes") ? "-" : manner.equals("old-dots") ? "." : " ",
                    parts);
        }
        String[] parts = {
            one("A", "B", "C", "D", "E", "F", "G") + letters(PLATE_LETTERS.replace("S", ""), 1),
            String.format(Locale.ROOT, "%03d", 1 + random.nextInt(999)),
            letters(PLATE_LETTERS.replace("S", ""), 2)
        };
        return switch (manner) {
            case "", "dashes" -> String.join("-", parts);
            case "spaced" -> String.join(" ", parts);
            case "compact" -> String.join("", parts);
            case "lower" -> String.join("-", parts).toLowerCase(Locale.ROOT);
            case "lower-spaced" -> String.join(" ", parts).toLowerCase(Locale.ROOT);
            case "dots" -> String.join(".", parts);
            case "lower-compact" -> String.join("", parts).toLowerCase(Locale.ROOT);
            case "half" -> parts[0] + parts[1] + " " + parts[2];
            case "lines" -> parts[0] + "-" + parts[1] + "-\n" + parts[2];
            case "spaced-dashes" -> String.join(" - ", parts);
            case "nbsp" -> String.join("\u00a0", parts);
            default -> throw new IllegalArgumentException(manner);
        };
    }

    private String identityDocument(String manner) {
        return switch (manner) {
            case "", "passport", "licence" -> passport();
            case "passport-spaced" -> passport().replaceAll("^(..)(..)(.....)$", "$1 $2 $3");
            case "passport-lower" -> passport().toLowerCase(Locale.ROOT);
            case "card" -> newCard();
            case "card-old" -> oldCard();
            case "card-old-spaced" -> oldCard().replaceAll("(....)(?=.)", "$1 ");
            case "licence-old" -> oldCard();
            case "permit" -> newCard();
            case "foreigner" -> one("9920", "7503", "6903", "5903") + digits(6);
            case "mrz" -> mrz();
            default -> throw new IllegalArgumentException(manner);
        };
    }

    private String passport() {
        return one("12", "15", "17", "19", "20", "21", "22", "23") + letters("CDEFHKLPRTVXYZ", 2) + digits(5);
    }

    private String newCard() {
        return one("X", "D", "K", "T")
                + digits(1)
                + letters("CDFGHJKLMNPRTVWXYZ", 3)
                + digits(1)
                + letters("CDFGHJKLM", 1)
                + digits(2);
    }

    private String oldCard() {
        return String.format(Locale.ROOT, "%02d%02d", 5 + random.nextInt(15), 1 + random.nextInt(12))
                + one("75", "69", "33", "13", "59", "44", "67")
                + one("1", "2", "P", "R").replaceAll("[A-Z]", "3")
                + digits(5);
    }

    /** Line 2 of a passport's machine-readable zone, ICAO Doc 9303-4. */
    private String mrz() {
        String number = passport();
        String birth = String.format(
                Locale.ROOT, "%02d%02d%02d", 60 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28));
        String expiry = String.format(
                Locale.ROOT, "%02d%02d%02d", 27 + random.nextInt(8), 1 + random.nextInt(12), 1 + random.nextInt(28));
        String numberField = number + mrzKey(number);
        String birthField = birth + mrzKey(birth);
        String expiryField = expiry + mrzKey(expiry);
        String optional = "<".repeat(14) + "0";
        String line = numberField + "FRA" + birthField + one("M", "F") + expiryField + optional;
        return line + mrzKey(numberField + birthField + expiryField + optional);
    }

    private static int mrzKey(String field) {
        int[] weights = {7, 3, 1};
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            sum += (c == '<' ? 0 : Character.digit(c, 36)) * weights[i % 3];
        }
        return sum % 10;
    }
}
