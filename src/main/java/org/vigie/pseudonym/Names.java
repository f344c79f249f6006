package org.vigie.pseudonym;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A person's name as its parts, however it is written. */
final class Names {
    /** What is behind the fourth word counts as part of it. */
    private static final int MOST_WORDS = 4;

    private Names() {}

    /** The words, at least one, in lower case and without accents; « J.-P. Petit » has three. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (char c : fold(name).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (!word.isEmpty() && words.size() < MOST_WORDS - 1) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty() || words.isEmpty()) words.add(word.toString());
        return words;
    }

    static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (char c : decomposed.toCharArray()) {
            if (Character.getType(c) != Character.NON_SPACING_MARK) folded.append(c);
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
