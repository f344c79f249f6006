package org.vigie.identity;

/** Why something about an account cannot be done; each belongs to one field of a form. */
public enum AccountFault {
    EMAIL_INVALID,
    EMAIL_TAKEN,
    NAME_MISSING,
    NAME_TOO_LONG,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG,
    /** The current password, asked again, is not this one. */
    PASSWORD_WRONG,
    ROLE_MISSING,
    TEAM_UNKNOWN,
    TEAM_CODE_INVALID,
    TEAM_EXISTS,
    /** Nobody would be left who can administer the instance. */
    LAST_ADMINISTRATOR,
    /** The one-time code of the first run is wrong, or used up. */
    CODE_WRONG,
    /** A key without any use. */
    SCOPE_MISSING,
    /** A use that the person's own roles do not allow. */
    SCOPE_NOT_ALLOWED,
    EXPIRY_PAST
}
