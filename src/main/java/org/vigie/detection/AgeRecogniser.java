package org.vigie.detection;

import java.util.Set;

/** Ages beside a person: « M. Petit, 54 ans », « âgée de 42 ans ». A contract of five years has none. */
final class AgeRecogniser implements WordRecogniser {
    private static final int OLDEST = 115;
    private static final WordSet SAID = WordSet.of("age agee ages agees aged");

    @Override
    public Set<String> triggers() {
        return Set.of("ans");
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        if (!findings.wants(FindingType.AGE)) return;
        int digitsEnd = start;
        while (digitsEnd > start - 2 && Characters.isSpace(Characters.at(text, digitsEnd - 1))) digitsEnd--;
        int digits = Characters.wordStart(text, digitsEnd, 4);
        int years = years(text, digits, digitsEnd);
        if (years < 1 || years > OLDEST) return;
        Finding age = new Finding(FindingType.AGE, digits, end, Finding.PROBABLE, "age");
        if (isSaid(text, digits)) {
            findings.add(age);
            return;
        }
        char before = Characters.at(text, digits - 2);
        boolean apposed = before == ',' || before == '(' || Characters.at(text, digits - 1) == '(';
        PersonTie tie = PersonTie.around(text, digits, end);
        if (isHad(text, digits) && tie.hasPerson(digits)) findings.add(age);
        else if (apposed || isHad(text, digits)) findings.addBesidePerson(age, Math.max(tie.from(), digits - 60), end);
    }

    private static int years(String text, int start, int end) {
        int years = 0;
        for (int i = start; i < end; i++) {
            if (!Characters.isDigit(text.charAt(i)) || years > OLDEST) return -1;
            years = 10 * years + text.charAt(i) - '0';
        }
        return years;
    }

    /** « âgé de 42 ans ». */
    private static boolean isSaid(String text, int digits) {
        int of = digits - 1;
        int ofStart = Characters.wordStart(text, Math.max(0, of), 4);
        if (!Characters.isFolded(text, ofStart, Math.max(0, of), "de")) return false;
        int end = Math.max(0, ofStart - 1);
        return SAID.has(text, Characters.wordStart(text, end, 8), end);
    }

    /** « elle a 42 ans », « patient de 42 ans ». */
    private static boolean isHad(String text, int digits) {
        int end = Math.max(0, digits - 1);
        int word = Characters.wordStart(text, end, 6);
        char impersonal = Characters.at(text, word - 2);
        if (impersonal == 'y' || impersonal == 'Y') return false; // « il y a 10 ans »
        return Characters.isFolded(text, word, end, "a")
                || Characters.isFolded(text, word, end, "avait")
                || Characters.isFolded(text, word, end, "ai")
                || Characters.isFolded(text, word, end, "aura");
    }
}
