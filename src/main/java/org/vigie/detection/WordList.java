package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tables of words in code, written as one text with spaces between them. */
final class WordList {
    private WordList() {}

    static Set<String> of(String words) {
        return Set.copyOf(List.of(split(words)));
    }

    /** The words between white space; without a regular expression, since the start of every command waits for it. */
    static String[] split(String words) {
        List<String> all = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= words.length(); at++) {
            if (at < words.length() && words.charAt(at) > ' ') continue;
            if (at > start) all.add(words.substring(start, at));
            start = at + 1;
        }
        return all.toArray(String[]::new);
    }
}
