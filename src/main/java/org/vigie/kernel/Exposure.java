package org.vigie.kernel;

import java.util.Set;

/**
 * What is to be known of a content to choose where it may go, and to judge that choice later.
 *
 * @param written its data class as it is, without what cannot be read
 * @param masked its data class once the findings are replaced by placeholders
 * @param unreadable kinds of parts that could not be examined, and so count as C2 whatever is masked
 * @param missions codes of the missions whose terms stand in it: their rules come with it
 */
public record Exposure(DataClass written, DataClass masked, Set<String> unreadable, Set<String> missions) {
    public Exposure {
        unreadable = Set.copyOf(unreadable);
        missions = Set.copyOf(missions);
        if (!unreadable.isEmpty()) written = written.max(DataClass.C2);
    }

    /** What a provider would receive: masking does not help against what cannot be read. */
    public DataClass leaving() {
        return unreadable.isEmpty() ? masked : masked.max(DataClass.C2);
    }
}
