package org.vigie.prompt;

/** What can be wrong with what is wanted of the library. */
public enum PromptFault {
    TITLE_INVALID("title"),
    FAMILY_TOO_LONG("family"),
    TEXT_INVALID("text"),
    TOO_MANY_BLANKS("text"),
    CHOICES_MISSING("text"),
    TOO_LONG("toCheck"),
    CLASS_MISSING("dataClass"),
    /** The firm's without the right to keep it, or a team's without a team. */
    SHELF_CLOSED("shelf"),
    CHANGED_MEANWHILE("title"),
    TOO_MANY("title"),
    FILE_MALFORMED("file"),
    FILE_EMPTY("file");

    private final String field;

    PromptFault(String field) {
        this.field = field;
    }

    /** The id of the input that it is about. */
    public String field() {
        return field;
    }
}
