package org.vigie.detection;

import java.util.Set;

/**
 * E-mail addresses whose {@code @} is spelled, to fool robots or to dictate: « jean.dupont arobase exemple point fr »,
 * {@code jdupont (at) exemple [dot] com}, « … chez exemple point fr ».
 */
final class SpelledEmailRecogniser implements WordRecogniser, SignRecogniser {
    private static final Set<String> SURE = Set.of("arobase", "arobas", "arobaze", "arrobase");
    private static final Set<String> IN_BRACKETS =
            Set.of("at", "arobase", "arobas", "arobaze", "arrobase", "chez", "a", "@");
    private static final int LONGEST_WORD = 10;

    @Override
    public Set<String> triggers() {
        return Set.of("arobase", "arobas", "arobaze", "arrobase", "at", "chez");
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        if (!Characters.isSpace(Characters.at(text, start - 1)) || !Characters.isSpace(Characters.at(text, end)))
            return;
        EmailRecogniser.address(text, start - 1, end + 1, "email-in-words")
                .filter(found ->
                        SURE.contains(Characters.fold(text, start, end)) || isSpelled(text, end + 1, found.end()))
                .ifPresent(findings::add);
    }

    /** « travaille chez exemple.fr » tells where somebody works; « chez exemple point fr » is spelled. */
    private static boolean isSpelled(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Characters.isSpace(text.charAt(i)) || text.charAt(i) == '(' || text.charAt(i) == '[') return true;
        }
        return false;
    }

    @Override
    public String signs() {
        return "([{<";
    }

    @Override
    public void at(String text, int open, Findings findings) {
        int word = Characters.at(text, open + 1) == ' ' ? open + 2 : open + 1;
        int close = word;
        while (close < word + LONGEST_WORD && Characters.isLetter(Characters.at(text, close))) close++;
        if (close == word && Characters.at(text, close) == '@') close++;
        if (close == word || !IN_BRACKETS.contains(Characters.fold(text, word, close))) return;
        if (Characters.at(text, close) == ' ') close++;
        if (")]}>".indexOf(Characters.at(text, close)) < 0) return;
        int left = Characters.isSpace(Characters.at(text, open - 1)) ? open - 1 : open;
        int right = Characters.isSpace(Characters.at(text, close + 1)) ? close + 2 : close + 1;
        EmailRecogniser.address(text, left, right, "email-obfuscated").ifPresent(findings::add);
    }
}
