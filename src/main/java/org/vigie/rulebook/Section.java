package org.vigie.rulebook;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vigie.identity.Caller;
import org.vigie.policy.Decisions;

/** One part of the document. Every implementation is a bean. */
public interface Section {
    /** Its key in the document, as {@code missions}. */
    String key();

    /** Where it stands in the document; also the order in which things are put into force. */
    int rank();

    /** Whether the part is one thing, and not several by their names. */
    default boolean isSingle() {
        return false;
    }

    /**
     * What stands now as this person may see it, by name, as the document says it: maps, lists, texts, numbers and
     * truths, always in the same order. A single thing has the section's key for a name.
     */
    Map<String, Map<String, Object>> standing(Caller caller);

    /**
     * Reads what the document wants of one thing; asks {@code fields} for every key that there is.
     *
     * @throws Refused where it is about somebody or something that is not here
     */
    Wish wish(Importer importer, String name, Fields fields);

    /**
     * What is wanted of one thing.
     *
     * @param content as {@link #standing} would say it then; where it says so now, nothing is to be done
     * @param steps what puts it into force; may throw {@link Refused}
     */
    record Wish(Map<String, Object> content, Supplier<List<Decisions.Step>> steps) {}
}
