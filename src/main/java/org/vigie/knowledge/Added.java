package org.vigie.knowledge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of an upload.
 *
 * @param documents that will be read
 * @param known that the space holds already, as they are
 * @param leftOut of archives: archives within them, files that are too large, names that lead out
 */
public record Added(int documents, int known, int leftOut) {
    /** For an address. */
    String written() {
        return documents + "-" + known + "-" + leftOut;
    }

    static Optional<Added> of(@Nullable String written) {
        if (written == null || !written.matches("\\d{1,4}-\\d{1,4}-\\d{1,5}")) return Optional.empty();
        String[] counts = written.split("-", 3);
        return Optional.of(
                new Added(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]), Integer.parseInt(counts[2])));
    }
}
