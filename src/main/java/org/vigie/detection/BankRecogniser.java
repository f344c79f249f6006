package org.vigie.detection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** IBAN (ISO 13616) of any country, however spaced, and the French RIB, which is reported as IBAN too. */
final class BankRecogniser implements NumberRecogniser, CodeRecogniser {
    private static final Cues LABEL = Cues.of("iban, rib");
    private static final Cues RIB_WORDS = Cues.of("""
            rib, banque*, guichet*, cle, compte*, virement*, domiciliation*, iban
            """);
    private static final int RIB_LENGTH = 23;

    /** Length by country, from the SWIFT registry of IBAN formats. */
    private static final Map<String, Integer> LENGTHS = lengths("""
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24
            FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32
            LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22
            SA24 SC31 SD18 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
            """);

    @Override
    public void at(String text, int start, int end, Findings findings) {
        char before = Characters.at(text, start - 1);
        if (before == '_' || before == '@') return;
        boolean glued = text.regionMatches(true, start, "IBAN", 0, 4);
        iban(text, glued ? start + 4 : start).ifPresent(findings::add);
    }

    /** The IBAN whose country stands at an offset, the two digits behind it or one separator further. */
    private static Optional<Finding> iban(String text, int start) {
        char first = Characters.upper(Characters.at(text, start));
        char second = Characters.upper(Characters.at(text, start + 1));
        char third = Characters.at(text, start + 2);
        int digits = Characters.isGroupSeparator(third) ? start + 3 : start + 2;
        if (!Characters.isDigit(Characters.at(text, digits)) || !Characters.isDigit(Characters.at(text, digits + 1))) {
            return Optional.empty();
        }
        Integer length = LENGTHS.get(new String(new char[] {first, second}));
        if (length == null) return Optional.empty();
        CodeReading reading = CodeReading.of(text, start, length);
        String iban = reading.compact();
        if (iban.length() == length && endsCleanly(text, reading.end()) && Checksums.iban(iban)) {
            boolean keyed = !isFrench(iban) || (isRib(iban.substring(4)) && Checksums.rib(iban.substring(4)));
            return Optional.of(reading.finding(FindingType.IBAN, keyed ? Finding.CERTAIN : Finding.PROBABLE, "iban"));
        }
        return mistyped(text, start, length);
    }

    /** Those hold a RIB with a key of its own, which testers who make up an IBAN forget. */
    private static boolean isFrench(String iban) {
        return iban.startsWith("FR") || iban.startsWith("MC");
    }

    /** Said to be one and about as long: one or two characters lost, doubled or wrong. */
    private static Optional<Finding> mistyped(String text, int start, int length) {
        if (!new Context(text, start, start + 4).isLabelled(LABEL)) return Optional.empty();
        CodeReading reading = CodeReading.groups(text, start, length + 2);
        return reading.compact().length() >= length - 2
                ? Optional.of(reading.finding(FindingType.IBAN, Finding.LABELLED, "iban-mistyped"))
                : Optional.empty();
    }

    /** The RIB that starts with a sequence of digits; its account number may hold letters. */
    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        if (sequence.length() < 10 || isOtherNumber(sequence)) return Optional.empty();
        CodeReading reading = CodeReading.of(sequence.text(), sequence.start(), RIB_LENGTH);
        String rib = reading.compact();
        if (!isRib(rib) || !endsCleanly(sequence.text(), reading.end())) return Optional.empty();
        boolean compact = reading.end() - reading.start() == RIB_LENGTH;
        Context context = new Context(sequence.text(), reading.start(), reading.end());
        if (Checksums.rib(rib)) {
            return compact && !context.has(RIB_WORDS)
                    ? Optional.empty()
                    : Optional.of(reading.finding(FindingType.IBAN, Finding.CERTAIN, "rib"));
        }
        return context.isLabelled(LABEL)
                ? Optional.of(reading.finding(FindingType.IBAN, Finding.LABELLED, "rib-mistyped"))
                : Optional.empty();
    }

    /** Nothing but digits, whose key is wrong and which nothing calls a RIB: most numbers need no second reading. */
    private static boolean isOtherNumber(DigitSequence sequence) {
        return sequence.length() >= RIB_LENGTH
                && !Characters.isLetter(sequence.digit(6))
                && !Checksums.rib(sequence.first(RIB_LENGTH))
                && !sequence.isLabelled(LABEL);
    }

    /** {@code 30066;90400;29733212104;76}: the fields in the cells of a line. */
    static final class Cells implements DigitRecogniser {
        @Override
        public void at(String text, int start, int end, Findings findings) {
            char cell = Characters.at(text, end);
            boolean divides = cell == ';' || cell == ',' || cell == '\t' || cell == '|' || cell == '"';
            if (end - start != 5 || !divides) return;
            StringBuilder rib = new StringBuilder(RIB_LENGTH);
            int at = start;
            for (int field : new int[] {5, 5, 11, 2}) {
                int fieldEnd = at + field;
                if (fieldEnd > text.length() || Characters.isAlphanumeric(Characters.at(text, fieldEnd))) return;
                for (int i = at; i < fieldEnd; i++) {
                    if (!Characters.isAsciiAlphanumeric(text.charAt(i))) return;
                    rib.append(Characters.upper(text.charAt(i)));
                }
                at = fieldEnd;
                if (rib.length() == RIB_LENGTH) break;
                int limit = at + 4;
                while (at < limit && " ;,|\t\"'".indexOf(Characters.at(text, at)) >= 0) at++;
            }
            if (isRib(rib.toString()) && Checksums.rib(rib.toString())) {
                findings.add(FindingType.IBAN, start, at, Finding.CERTAIN, "rib-cells");
            }
        }
    }

    static boolean isRib(String rib) {
        return rib.length() == RIB_LENGTH && areDigits(rib, 0, 10) && areDigits(rib, 21, 23);
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Characters.isDigit(text.charAt(i))) return false;
        }
        return true;
    }

    private static boolean endsCleanly(String text, int end) {
        return !Characters.isAlphanumeric(Characters.at(text, end)) && Characters.at(text, end) != '_';
    }

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : WordList.split(table)) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
