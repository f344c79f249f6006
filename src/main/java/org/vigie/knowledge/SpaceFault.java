package org.vigie.knowledge;

/** What can be wrong with what is wanted of a space or a document. */
public enum SpaceFault {
    NAME_INVALID("name"),
    DESCRIPTION_TOO_LONG("description"),
    CLASS_MISSING("dataClass"),
    /** None that this person is a member of, or one that is over. */
    MISSION_UNKNOWN("mission"),
    RETENTION_INVALID("retention"),
    OWNER_UNKNOWN("owner"),
    CHANGED_MEANWHILE("name"),
    MEMBER_UNKNOWN("person"),
    MEMBER_OUTSIDE_MISSION("person"),
    TEAM_UNKNOWN("team"),
    TOO_MANY_MEMBERS("person"),
    FILE_MISSING("file"),
    FILE_TOO_LARGE("file"),
    TOO_MANY_FILES("file"),
    /** Damaged, or no archive at all. */
    ARCHIVE_BROKEN("file"),
    ARCHIVE_ENCRYPTED("file"),
    /** Unpacks to far more than it is. */
    ARCHIVE_BOMB("file");

    private final String field;

    SpaceFault(String field) {
        this.field = field;
    }

    /** The id of the input that it is about. */
    public String field() {
        return field;
    }
}
