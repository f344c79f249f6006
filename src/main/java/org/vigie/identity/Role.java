package org.vigie.identity;

import java.util.Locale;

/** The roles of the contract; French words are display labels. */
public enum Role {
    ADMIN,
    CIO,
    CISO,
    DPO,
    LEGAL,
    HR,
    PROCUREMENT,
    COMMITTEE,
    OWNER,
    VALIDATOR,
    AUDITOR,
    STAFF_REP,
    MISSION_LEAD,
    EMPLOYEE,
    SUBCONTRACTOR,
    CLIENT;

    /** The stored and configured name: {@code mission_lead}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
