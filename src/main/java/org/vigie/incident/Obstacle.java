package org.vigie.incident;

/** Why an incident cannot be changed as somebody wants. */
public enum Obstacle {
    NOT_FROM_HERE,
    MOTIVE_MISSING,
    SEVERITY_MISSING,
    CAUSE_MISSING,
    ACTIONS_MISSING,
    LESSONS_MISSING,
    NOTICES_OPEN,
    /** Somebody else has changed it since it was shown. */
    CHANGED_MEANWHILE
}
