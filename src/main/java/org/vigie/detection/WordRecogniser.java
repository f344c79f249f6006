package org.vigie.detection;

import java.util.Optional;
import java.util.Set;

/**
 * Knows what certain words begin or announce: a title, a kind of street, « né le ». Implementations are without state
 * and look only at a window of bounded length around the word, so that detection is linear.
 */
interface WordRecogniser {
    /** The words that wake it, folded ({@link Characters#fold}), each without spaces. */
    Set<String> triggers();

    /** The sequences whose first words wake it too; it is woken by a few others as well, and finds nothing there. */
    default Optional<WordSequences<?>> sequences() {
        return Optional.empty();
    }

    /** Called for each such word, {@code [start, end)}, from left to right; tells what it finds in any place near it. */
    void at(String text, int start, int end, Findings findings);
}
