package org.vigie.knowledge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of an upload.
 *
 * @param documents that will be read
 * @param known that the space holds already, as they are
 */
public record Added(int documents, int known) {
    /** For an address. */
    String written() {
        return documents + "-" + known;
    }

    static Optional<Added> of(@Nullable String written) {
        if (written == null || !written.matches("\\d{1,4}-\\d{1,4}")) return Optional.empty();
        String[] counts = written.split("-", 2);
        return Optional.of(new Added(Integer.parseInt(counts[0]), Integer.parseInt(counts[1])));
    }
}
