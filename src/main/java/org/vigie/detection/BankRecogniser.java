package org.vigie.detection;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** IBAN (ISO 13616) of any country, however spaced, and the French RIB, which is reported as IBAN too. */
final class BankRecogniser implements NumberRecogniser {
    private static final Set<String> LABEL = Set.of(" iban ", " rib ");
    private static final Set<String> RIB_WORDS =
            Set.of(" rib ", " banque", " guichet", " cle ", " compte", " virement", " domiciliation", " iban ");
    private static final int RIB_LENGTH = 23;

    /** Length by country, from the SWIFT registry of IBAN formats. */
    private static final Map<String, Integer> LENGTHS = lengths("""
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24
            FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32
            LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22
            SA24 SC31 SD18 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
            """);

    /** The IBAN that starts at an offset where two letters and two digits stand. */
    static Optional<Finding> iban(String text, int start) {
        Integer length = LENGTHS.get(text.substring(start, start + 2).toUpperCase(Locale.ROOT));
        if (length == null) return Optional.empty();
        Reading reading = Reading.of(text, start, length);
        if (reading.compact().length() == length && endsCleanly(text, reading.end()) && isValid(reading.compact())) {
            return Optional.of(reading.finding(Finding.CERTAIN, "iban"));
        }
        return mistyped(text, start, length);
    }

    private static boolean isValid(String compact) {
        if (!Checksums.iban(compact)) return false;
        boolean french = compact.startsWith("FR") || compact.startsWith("MC");
        return !french || (isRib(compact.substring(4)) && Checksums.rib(compact.substring(4)));
    }

    /** Said to be one and about as long: one or two characters lost, doubled or wrong. */
    private static Optional<Finding> mistyped(String text, int start, int length) {
        if (!new Context(text, start, start + 4).isLabelled(LABEL)) return Optional.empty();
        Reading reading = Reading.groups(text, start, length + 2);
        return reading.compact().length() >= length - 2
                ? Optional.of(reading.finding(Finding.LABELLED, "iban-mistyped"))
                : Optional.empty();
    }

    /** The RIB that starts with a sequence of digits; its account number may hold letters. */
    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        if (sequence.length() < 10) return Optional.empty();
        Reading reading = Reading.of(sequence.text(), sequence.start(), RIB_LENGTH);
        String rib = reading.compact();
        if (!isRib(rib) || !endsCleanly(sequence.text(), reading.end())) return Optional.empty();
        boolean compact = reading.end() - reading.start() == RIB_LENGTH;
        Context context = new Context(sequence.text(), reading.start(), reading.end());
        if (Checksums.rib(rib)) {
            return compact && !context.has(RIB_WORDS)
                    ? Optional.empty()
                    : Optional.of(reading.finding(Finding.CERTAIN, "rib"));
        }
        return context.isLabelled(LABEL)
                ? Optional.of(reading.finding(Finding.LABELLED, "rib-mistyped"))
                : Optional.empty();
    }

    private static boolean isRib(String rib) {
        return rib.length() == RIB_LENGTH
                && areDigits(rib, 0, 10)
                && areDigits(rib, 21, 23)
                && rib.chars().allMatch(c -> Characters.isAsciiAlphanumeric((char) c));
    }

    private static boolean areDigits(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> Characters.isDigit((char) c));
    }

    private static boolean endsCleanly(String text, int end) {
        return !Characters.isAlphanumeric(Characters.at(text, end)) && Characters.at(text, end) != '_';
    }

    private static Map<String, Integer> lengths(String table) {
        return java.util.Arrays.stream(table.strip().split("\\s+"))
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        entry -> entry.substring(0, 2), entry -> Integer.valueOf(entry.substring(2))));
    }

    /** Letters and digits read over single separators, in upper case. */
    private record Reading(int start, int end, String compact) {
        /** Reads exactly so many characters, or fewer where something else stands in the way. */
        static Reading of(String text, int start, int length) {
            StringBuilder compact = new StringBuilder(length);
            int end = start;
            for (int at = start; at < text.length() && compact.length() < length; at++) {
                char c = text.charAt(at);
                if (Characters.isAsciiAlphanumeric(c)) {
                    compact.append(Character.toUpperCase(c));
                    end = at + 1;
                } else if (!isOneSeparator(text, at)) {
                    break;
                }
            }
            return new Reading(start, end, compact.toString());
        }

        /** Reads whole groups as long as they hold a digit and the limit is kept. */
        static Reading groups(String text, int start, int limit) {
            StringBuilder compact = new StringBuilder(limit);
            int end = start;
            for (int at = start; Characters.isAsciiAlphanumeric(Characters.at(text, at)); at = end + 1) {
                int groupEnd = Characters.wordEnd(text, at);
                String group = text.substring(at, Math.min(groupEnd, at + limit + 1));
                boolean number = group.chars().anyMatch(c -> Characters.isDigit((char) c));
                if (!number || compact.length() + group.length() > limit) break;
                compact.append(group);
                end = groupEnd;
                if (!isOneSeparator(text, end)) break;
            }
            return new Reading(start, Math.max(end, start + 1), compact.toString());
        }

        private static boolean isOneSeparator(String text, int at) {
            return Characters.isGroupSeparator(Characters.at(text, at))
                    && Characters.isAsciiAlphanumeric(Characters.at(text, at + 1));
        }

        Finding finding(double confidence, String rule) {
            return new Finding(FindingType.IBAN, start, end, confidence, rule);
        }
    }
}
