package org.vigie.detection;

import java.util.Optional;
import org.vigie.detection.DigitSequence.Candidate;

/**
 * Numbers of identity papers, none with a check outside the lines for machines, so that words near them must say what
 * they are: passports and driving licences since 2013 (2 digits, 2 letters, 5 digits), identity cards (12 digits until
 * 2021, 9 letters and digits since), licences before 2013 (12 digits), residence permits (10 digits or 9 characters).
 */
final class IdentityRecogniser implements DigitRecogniser, CodeRecogniser, NumberRecogniser {
    private static final Cues WORDS = Cues.of("""
            passeport*, passport*, carte d identite*, carte identite*, carte nationale*, cni, cnie,
            piece d identite*, piece identite*, identite, titre de sejour*, titre sejour*, carte de sejour*,
            carte de resident*, permis de sejour*, recepisse*, etranger*, agdref, visa, permis, neph,
            titre d identite*, document de voyage*, id card*, driving licen*, residence permit*, delivre*
            """);
    /** A table of papers: the word stands at the head of the line. */
    private static final int BEFORE = 70;

    private static final Cues OTHER_PERMITS = Cues.of("""
            permis de construire*, permis de feu*, permis d amenager*, permis de demolir*
            """);
    private static final Cues FOREIGNER_WORDS = Cues.of("""
            sejour*, resident*, recepisse*, etranger*, agdref, residence permit*
            """);
    private static final Cues FOREIGN_PASSPORT_WORDS = Cues.of("passeport*, passport*");

    private static final CardRecogniser CARDS = new CardRecogniser();

    private static boolean isSaid(Context context, Cues words) {
        if (context.hasBefore(BEFORE, OTHER_PERMITS)) return false;
        return context.has(words) || context.hasBefore(BEFORE, words);
    }

    /** {@code 17NL28800}, {@code 17 NL 28800}. */
    @Override
    public void at(String text, int start, int end, Findings findings) {
        if (Characters.isDigit(text.charAt(start))) digitsFirst(text, start, end, findings);
        else lettersFirst(text, start, end, findings);
    }

    private static void digitsFirst(String text, int start, int end, Findings findings) {
        if (end - start > 2) return;
        int to = end - start == 2 ? passportEnd(text, end) : -1;
        if (to < 0 && Characters.isAsciiAlphanumeric(Characters.at(text, end))) to = mixedEnd(text, start, end);
        if (to < 0 || isGlued(text, start, to)) return;
        Context context = new Context(text, start, to);
        if (isSaid(context, WORDS)) {
            findings.add(FindingType.PASSPORT_ID, start, to, Finding.CERTAIN, "passport-or-licence");
        }
    }

    /** Behind two letters and five digits, each group perhaps behind one separator; negative when they are none. */
    private static int passportEnd(String text, int digits) {
        int letters = skipSeparator(text, digits);
        if (!isAsciiLetter(Characters.at(text, letters)) || !isAsciiLetter(Characters.at(text, letters + 1))) return -1;
        int serial = skipSeparator(text, letters + 2);
        for (int i = serial; i < serial + 5; i++) {
            if (!Characters.isDigit(Characters.at(text, i))) return -1;
        }
        return serial + 5;
    }

    private static int skipSeparator(String text, int at) {
        return Characters.isSpace(Characters.at(text, at)) || Characters.isHyphen(Characters.at(text, at))
                ? at + 1
                : at;
    }

    private static boolean isAsciiLetter(char c) {
        return Characters.isAsciiAlphanumeric(c) && !Characters.isDigit(c);
    }

    private static boolean isGlued(String text, int start, int to) {
        char before = Characters.at(text, start - 1);
        char next = Characters.at(text, to);
        boolean hyphened =
                (before == '-' || before == '.') && Characters.isAlphanumeric(Characters.at(text, start - 2));
        return hyphened
                || before == '_'
                || next == '_'
                || Characters.isAlphanumeric(before)
                || Characters.isAlphanumeric(next);
    }

    /** A card's number that begins with a digit: nine capitals and digits. */
    private static int mixedEnd(String text, int start, int end) {
        int to = end;
        while (to - start < 10 && Characters.isAsciiAlphanumeric(Characters.at(text, to))) to++;
        return to - start == 9 && isCardNumber(text, start, to) && digits(text, start, to) <= 6 ? to : -1;
    }

    /** {@code X7XW4GJ06}; behind « passeport » also a foreign one: {@code C01X00T47}, {@code EK1234567}. */
    private static void lettersFirst(String text, int start, int end, Findings findings) {
        int length = end - start;
        if (length < 7 || length > 9 || isGlued(text, start, end)) return;
        Context context = new Context(text, start, end);
        if (length == 9 && isCardNumber(text, start, end) && isSaid(context, WORDS)) {
            findings.add(FindingType.PASSPORT_ID, start, end, Finding.CERTAIN, "identity-card");
        } else if (digits(text, start, end) >= 5 && context.isLabelled(FOREIGN_PASSPORT_WORDS)) {
            findings.add(FindingType.PASSPORT_ID, start, end, Finding.PROBABLE, "passport-foreign");
        }
    }

    /** Capitals and at least two digits; two letters at the front and digits behind would be another country's. */
    private static boolean isCardNumber(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Characters.isDigit(c) && (c < 'A' || c > 'Z')) return false;
        }
        int digits = digits(text, start, end);
        return digits >= 2 && digits < end - start;
    }

    private static int digits(String text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            if (Characters.isDigit(text.charAt(i))) digits++;
        }
        return digits;
    }

    /** {@code 140569126351}: a card or a licence; {@code 7503123456}: a foreigner's file. */
    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        return sequence.candidate(12)
                .filter(c -> c.isNumeric() && !c.isTwoLines() && isSaid(c.context(), WORDS))
                .or(() -> sequence.candidate(10)
                        .filter(c ->
                                c.isNumeric() && c.digits().charAt(0) != '0' && isSaid(c.context(), FOREIGNER_WORDS)))
                .filter(c -> !isFrontOfCard(c))
                .map(c -> c.finding(FindingType.PASSPORT_ID, Finding.CERTAIN, "identity-paper"));
    }

    /** « VISA : 4532 … »: also the word for a leave to enter a country. */
    private static boolean isFrontOfCard(Candidate candidate) {
        return !candidate.isCompact()
                && CARDS.find(candidate.sequence())
                        .filter(card -> card.end() > candidate.end())
                        .isPresent();
    }
}
