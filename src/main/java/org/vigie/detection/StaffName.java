package org.vigie.detection;

import java.util.Locale;

/**
 * A person of the instance.
 *
 * @param given first names, empty when unknown
 * @param family surname with its particles, empty when unknown
 */
public record StaffName(String given, String family) {
    public StaffName {
        given = given.strip();
        family = family.strip();
    }

    /**
     * Reads a display name: what is in capitals is the surname (« DURAND Alice », « Alice DE LA TOUR »), else all that
     * follows the first word is (« Alice Le Goff »).
     */
    public static StaffName of(String displayName) {
        StringBuilder given = new StringBuilder();
        StringBuilder family = new StringBuilder();
        String[] words = displayName.strip().split("[\\s\\u00A0]+");
        for (String word : words)
            (isCapitals(word) ? family : given).append(word).append(' ');
        if (!family.isEmpty()) return new StaffName(given.toString(), family.toString());
        if (words.length == 1) return new StaffName("", words[0]);
        return new StaffName(
                words[0], String.join(" ", java.util.Arrays.asList(words).subList(1, words.length)));
    }

    private static boolean isCapitals(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) && Character.isLetter(word.charAt(0));
    }

    /** Hides the name: a directory must not end up in a log. */
    @Override
    public String toString() {
        return "StaffName[***]";
    }
}
