package org.vigie.detection;

import java.util.List;
import java.util.Set;

/** Tables of words in code, written as one text with spaces between them. */
final class WordList {
    private WordList() {}

    static Set<String> of(String words) {
        return Set.copyOf(List.of(words.split(" ")));
    }
}
