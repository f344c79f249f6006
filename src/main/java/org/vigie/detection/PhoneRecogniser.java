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
            InternationalPhone.plus(text, start + 1, start).ifPresent(findings::add);
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
            Optional<Finding> bracketed =
                    InternationalPhone.plus(sequence.text(), sequence.start() + 1, sequence.start());
            if (bracketed.isPresent()) return bracketed;
            return sequence.candidate(13)
                    .filter(c -> c.digits().charAt(4) != '0')
                    .or(() -> sequence.candidate(14).filter(c -> c.digits().charAt(4) == '0'))
                    .map(c -> c.finding(FindingType.PHONE, Finding.CERTAIN, "phone-fr"));
        }
        for (int count = Math.min(sequence.length(), InternationalPhone.LONGEST + 2);
                count >= InternationalPhone.SHORTEST + 2;
                count--) {
            Optional<Finding> found = sequence.candidate(count)
                    .filter(c -> c.isNumeric()
                            && InternationalPhone.isForeign(c.digits().substring(2)))
                    .filter(c -> c.context().has(WORDS) || (!c.isCompact() && c.isGroupedAfter(2)))
                    .map(c -> c.finding(FindingType.PHONE, Finding.PROBABLE, "phone-international"));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }
}
