package org.vigie.incident;

/** Why an incident cannot be changed as somebody wants. */
public enum Obstacle {
    NOT_FROM_HERE("state"),
    MOTIVE_MISSING("motive"),
    SEVERITY_MISSING("severity"),
    CAUSE_MISSING("rootCause"),
    ACTIONS_MISSING("actions"),
    LESSONS_MISSING("lessons"),
    NOTICES_OPEN("notices"),
    /** Somebody else has changed it since it was shown. */
    CHANGED_MEANWHILE("version");

    private final String field;

    Obstacle(String field) {
        this.field = field;
    }

    /** What it is about, as the fields are named. */
    public String field() {
        return field;
    }
}
