package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that tell beside a number what it is: {@code carte de credit, cb, immat*}, where a star stands for whatever
 * follows. Folded, and asked of a {@link Context}'s words.
 */
final class Cues {
    private static final int FIRST_CHARACTERS = 128;

    /** By the first character; each with a space in front, and one behind unless it had a star. */
    private final String[][] byFirst = new String[FIRST_CHARACTERS][];

    private Cues(List<String> cues) {
        List<List<String>> lists = new ArrayList<>();
        for (int i = 0; i < FIRST_CHARACTERS; i++) lists.add(new ArrayList<>(2));
        for (String cue : cues) {
            boolean open = cue.endsWith("*");
            lists.get(cue.charAt(0)).add(' ' + (open ? cue.substring(0, cue.length() - 1) : cue + ' '));
        }
        for (int i = 0; i < FIRST_CHARACTERS; i++) byFirst[i] = lists.get(i).toArray(String[]::new);
    }

    /** @param cues separated by commas */
    static Cues of(String cues) {
        List<String> all = new ArrayList<>();
        for (String cue : cues.split(",")) all.add(cue.strip());
        return new Cues(all);
    }

    /** @param words folded, with one space around each */
    boolean isIn(String words) {
        int last = words.length() - 1;
        for (int space = 0; space < last; space = words.indexOf(' ', space + 1)) {
            char first = words.charAt(space + 1);
            if (first >= FIRST_CHARACTERS) continue;
            for (String cue : byFirst[first]) {
                if (words.startsWith(cue, space)) return true;
            }
        }
        return false;
    }
}
