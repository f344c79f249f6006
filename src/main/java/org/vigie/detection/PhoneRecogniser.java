package org.vigie.detection;

import java.util.Arrays;
import java.util.Optional;
import org.vigie.detection.DigitSequence.Candidate;

/**
 * Telephone numbers: French ones as they are written in France, and international ones behind {@code +} or {@code 00}.
 * Short numbers (15, 3xxx, 10xx, 116xxx) are public services and left alone. There is no checksum, so ten digits
 * without a separator need the prefix of a mobile or words near them.
 */
final class PhoneRecogniser implements NumberRecogniser, DigitRecogniser, CodeRecogniser {
    private static final Cues WORDS = Cues.of("""
            tel, telephone*, mobile*, portable*, fixe, fax, joindre*, joignable*, appel*, sms, ligne directe*,
            standard, numero de tel*, rappel*, whatsapp*, phone*, gsm, cell, numero perso*, numero pro*,
            son numero*, mon numero*, son num, mon num, contact*, urgence*, accueil, secretariat, signal
            """);
    /** Right before a number that has lost its leading zero in a spreadsheet. */
    private static final Cues LABEL = Cues.of("""
            tel, telephone*, mobile*, portable*, fixe, fax, gsm, phone*, sms, whatsapp
            """);

    private static final int OTHER_WINDOW = 24;
    private static final Cues OTHERS = Cues.of("""
            n, no, num, numero, id, ids, logid, code*, matricule*, identifiant*, compte*, serie*, lot, produit*,
            gtin, isbn*, ean*, cle, ref*, piece*, badge*, adherent*, abonne*, police*, avis, quittance*, bordereau*,
            bon, timestamp*, session*, pid, ine, trace*, sku, barre*, mandat*, licence*, client, allocataire*,
            siret*, siren*
            """);
    /** An e-mail address stands beside a telephone number in signatures and listings. */
    private static final int MAIL_WINDOW = 60;

    private static final int[][] FRENCH_FORMS = {
        {4, 2, 2, 2}, {4, 3, 3}, {2, 4, 4}, {3, 3, 4}, {4, 6}, {2, 8}, {2, 3, 3, 2}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
    };
    /** ITU-T E.164: at most 15 digits with the country code. */
    private static final int LONGEST = 15;

    private static final int SHORTEST = 8;
    /** Five pairs and one character between each. */
    private static final int TIGHT_PAIRS = 14;

    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        if (sequence.startsWith("00")) return doubleZero(sequence);
        if (sequence.startsWith("33")) return withoutPlus(sequence);
        if (!sequence.startsWith("0")) return withoutZero(sequence);
        return sequence.candidate(10)
                .filter(Candidate::isNumeric)
                .filter(c -> c.digits().charAt(1) != '0' && isFrench(c))
                .map(c -> c.finding(FindingType.PHONE, Finding.CERTAIN, "phone-fr"));
    }

    /** {@code O6 12 34 56 78}: the letter for the zero, by slip, by OCR or on purpose. */
    @Override
    public void at(String text, int start, int end, Findings findings) {
        if (Characters.isDigit(text.charAt(start))) {
            if (end - start <= 4 && text.charAt(start) == '0') bracketedZero(text, start, end, findings);
            return;
        }
        if (Characters.upper(text.charAt(start)) != 'O' || end - start > 10) return;
        DigitSequence rest = DigitSequence.at(text, start + 1);
        if (!rest.startsWith("6") && !rest.startsWith("7")) return;
        rest.candidate(9)
                .filter(c -> c.isCompact() || c.isGrouped(1, 2, 2, 2, 2))
                .ifPresent(
                        c -> findings.add(FindingType.PHONE, start, c.end(), Finding.PROBABLE, "phone-fr-letter-zero"));
    }

    /** {@code 00 33 (0)6 …}, {@code (0)6 …}: a bracket stands among the digits. */
    private static void bracketedZero(String text, int start, int end, Findings findings) {
        if (end == start + 1 && Characters.at(text, start - 1) == '(' && Characters.at(text, end) == ')') {
            int rest = Characters.isSpace(Characters.at(text, end + 1)) ? end + 2 : end + 1;
            if (!Characters.isDigit(Characters.at(text, rest)) || findings.covers(start)) return;
            DigitSequence.at(text, rest)
                    .candidate(9)
                    .filter(c -> c.isNumeric() && !c.isTwoLines() && c.digits().charAt(0) != '0')
                    .ifPresent(c -> findings.add(FindingType.PHONE, start - 1, c.end(), Finding.PROBABLE, "phone-fr"));
        } else if (text.startsWith("0033", start) || text.startsWith("00 33", start)) {
            plus(text, start + 1, start).ifPresent(findings::add);
        }
    }

    private static boolean isFrench(Candidate candidate) {
        Context context = candidate.context();
        if (candidate.isTwoLines()) return context.isLabelled(LABEL);
        boolean mobile =
                candidate.digits().startsWith("06") || candidate.digits().startsWith("07");
        if (candidate.isGrouped(2, 2, 2, 2, 2)) {
            if (context.isLabelled(LABEL)) return true;
            boolean tight = candidate.end() - candidate.start() == TIGHT_PAIRS;
            if (!tight && !mobile && !context.has(WORDS)) return false;
            if (candidate.isUniform()) return candidate.groupsGoingOn() % 5 == 0 && !isProgression(candidate.digits());
            return mobile || context.has(WORDS);
        }
        if (context.has(WORDS)) return !context.isQuantity();
        if (context.isOtherNumber() || context.isQuantity()) return false;
        boolean form = candidate.isCompact() || Arrays.stream(FRENCH_FORMS).anyMatch(candidate::isGrouped);
        boolean overseas = candidate.isGrouped(4, 2, 2, 2);
        return form && (mobile || overseas || isBesideMail(candidate) || isBareNumber(candidate));
    }

    /** « 05 10 15 20 25 »: steps. */
    private static boolean isProgression(String digits) {
        int step = Integer.parseInt(digits, 2, 4, 10) - Integer.parseInt(digits, 0, 2, 10);
        for (int i = 4; i < 10; i += 2) {
            int before = Integer.parseInt(digits, i - 2, i, 10);
            if (Integer.parseInt(digits, i, i + 2, 10) - before != step) return false;
        }
        return true;
    }

    /** Ten digits with a French prefix, of which nothing says that they are a file's, a product's or an account's. */
    private static boolean isBareNumber(Candidate candidate) {
        String digits = candidate.digits();
        return candidate.isCompact()
                && !digits.startsWith("012345")
                && !digits.startsWith("0000", 2)
                && !candidate.context().hasBefore(OTHER_WINDOW, OTHERS);
    }

    private static boolean isBesideMail(Candidate candidate) {
        String text = candidate.sequence().text();
        int to = Math.min(text.length(), candidate.end() + MAIL_WINDOW);
        return text.indexOf('@', Math.max(0, candidate.start() - MAIL_WINDOW), to) >= 0;
    }

    /** {@code 33612345678}: as chat exports and telephone systems print it. */
    private static Optional<Finding> withoutPlus(DigitSequence sequence) {
        return sequence.candidate(11)
                .filter(c -> c.isNumeric() && c.digits().charAt(2) != '0' && !c.isTwoLines())
                .filter(c -> c.isGrouped(2, 1, 2, 2, 2, 2) || c.context().has(WORDS))
                .map(c -> c.finding(FindingType.PHONE, Finding.PROBABLE, "phone-fr-without-plus"));
    }

    /** {@code 6 12 34 56 78}: a spreadsheet has taken the zero away. */
    private static Optional<Finding> withoutZero(DigitSequence sequence) {
        return sequence.candidate(9)
                .filter(c -> c.isNumeric() && (c.isCompact() || c.isGrouped(1, 2, 2, 2, 2)))
                .filter(c -> c.context().isLabelled(LABEL))
                .map(c -> c.finding(FindingType.PHONE, Finding.PROBABLE, "phone-fr-without-zero"));
    }

    /** {@code 0033 1 …}: the way to dial abroad from France. */
    private static Optional<Finding> doubleZero(DigitSequence sequence) {
        if (sequence.startsWith("000")) return Optional.empty();
        if (sequence.startsWith("0033")) {
            Optional<Finding> bracketed = plus(sequence.text(), sequence.start() + 1, sequence.start());
            if (bracketed.isPresent()) return bracketed;
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
        int digit = Characters.isSpace(Characters.at(text, plus + 1)) ? plus + 2 : plus + 1;
        if (Characters.isAlphanumeric(before) || before == '+' || !Characters.isDigit(Characters.at(text, digit))) {
            return Optional.empty();
        }
        return plus(text, digit - 1, plus);
    }

    private static Optional<Finding> plus(String text, int plus, int start) {
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
