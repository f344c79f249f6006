package org.vigie.knowledge;

import java.util.Locale;

/** What somebody may do with a space, from the least to the most; each includes those before. */
public enum Access {
    /** Finds its documents, reads and downloads them. */
    READER,
    /** Adds documents, reads them again, takes them out. */
    CONTRIBUTOR,
    /** Describes it, names its members, deletes it. One person. */
    OWNER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Access of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    boolean includes(Access other) {
        return compareTo(other) >= 0;
    }
}
