package org.vigie.mission;

/** What is wrong with what somebody wants of a mission; in the order of the fields. */
public enum MissionFault {
    CODE_INVALID("code"),
    CODE_TAKEN("code"),
    NAME_MISSING("name"),
    NAME_TOO_LONG("name"),
    CLIENT_MISSING("client"),
    CLIENT_TOO_LONG("client"),
    START_MISSING("starts"),
    END_MISSING("ends"),
    END_BEFORE_START("ends"),
    MANAGER_UNKNOWN("manager"),
    MANAGER_IS_ANOTHER("manager"),
    REGIME_MISSING("regime"),
    TEXT_TOO_LONG("uses"),
    USES_MISSING("uses"),
    DATA_MISSING("data"),
    VERIFICATION_MISSING("verification"),
    NOTICE_MISSING("notice"),
    SIGNATORY_MISSING("signatory"),
    AGREED_ON_MISSING("agreedOn"),
    AGREED_ON_IN_FUTURE("agreedOn"),
    PERSON_UNKNOWN("person"),
    MANAGER_STAYS("person"),
    PURGE_DATE_INVALID("purgeOn"),
    PURGE_NOT_EARLIER("sooner"),
    PURGE_NOT_LATER("later"),
    PURGE_REASON_MISSING("reason"),
    NOT_CLOSED("state"),
    PURGED("state"),
    NOT_PROPOSED("agreedOn"),
    EVIDENCE_MISSING("file"),
    EVIDENCE_TOO_LARGE("file"),
    EVIDENCE_KIND("file"),
    EVIDENCE_TOO_MANY("file"),
    CLOSED("state"),
    CHANGED_MEANWHILE("state");

    private final String field;

    MissionFault(String field) {
        this.field = field;
    }

    /** The id of the input that it is about. */
    public String field() {
        return field;
    }
}
