package org.vigie.detection;

/** Amounts of money: « 1 234,56 € », « 45 k€ », « EUR 12.000 », « 3 M€ HT ». */
final class AmountRecogniser implements DigitRecogniser {
    private static final int LONGEST = 24;
    private static final WordSet CURRENCIES = WordSet.of("eur euro euros ke me keuros usd dollars chf");
    private static final WordSet SCALES = WordSet.of("k m mille million millions milliard milliards");

    @Override
    public void at(String text, int start, int end, Findings findings) {
        if (!findings.wants(FindingType.AMOUNT)) return;
        char before = Characters.at(text, start - 1);
        if ((before == ',' || before == '.' || Characters.isSpace(before))
                && Characters.isDigit(Characters.at(text, start - 2))) return;
        int numberEnd = end;
        while (numberEnd < start + LONGEST) {
            char sign = Characters.at(text, numberEnd);
            boolean groups = sign == ',' || sign == '.' || Characters.isSpace(sign);
            if (!groups || !Characters.isDigit(Characters.at(text, numberEnd + 1))) break;
            numberEnd++;
            while (Characters.isDigit(Characters.at(text, numberEnd))) numberEnd++;
        }
        int currency = currencyEnd(text, numberEnd);
        if (currency > 0) findings.add(FindingType.AMOUNT, start, currency, Finding.PROBABLE, "amount");
    }

    /** Behind « € », « k€ », « millions d'euros »; negative if no currency follows. */
    private static int currencyEnd(String text, int numberEnd) {
        int at = numberEnd;
        for (int words = 0; words < 3; words++) {
            while (at < numberEnd + LONGEST
                    && (Characters.isSpace(Characters.at(text, at))
                            || Characters.isApostrophe(Characters.at(text, at)))) at++;
            char c = Characters.at(text, at);
            if (c == '€' || c == '$' || c == '£') return at + 1;
            int end = Characters.wordEnd(text, at, 12);
            if (end == at) return -1;
            if (CURRENCIES.has(text, at, end)) return end;
            if (!SCALES.has(text, at, end) && !Characters.isFolded(text, at, end, "d")) return -1;
            at = end;
        }
        return -1;
    }
}
