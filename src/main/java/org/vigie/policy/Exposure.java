package org.vigie.policy;

import java.util.Set;
import org.vigie.kernel.DataClass;

/**
 * What policy needs to know of a content to choose where it may go.
 *
 * @param masked its data class once the findings are replaced by placeholders
 * @param unreadable kinds of parts that could not be examined, and so count as C2 whatever is masked
 */
public record Exposure(DataClass masked, Set<String> unreadable) {
    public Exposure {
        unreadable = Set.copyOf(unreadable);
    }

    /** What a provider would receive: masking does not help against what cannot be read. */
    DataClass leaving() {
        return unreadable.isEmpty() ? masked : masked.max(DataClass.C2);
    }
}
