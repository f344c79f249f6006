package org.vigie.usecase;

/** What can be wrong with what is wanted of a use case. */
public enum UseCaseFault {
    CODE_INVALID("code"),
    CODE_TAKEN("code"),
    TITLE_INVALID("title"),
    PURPOSE_INVALID("purpose"),
    MODEL_MISSING("models"),
    MODEL_UNKNOWN("models"),
    CLASS_MISSING("dataClass"),
    OWNER_UNKNOWN("owner"),
    TESTER_UNKNOWN("testers"),
    TOO_MANY_TESTERS("testers"),
    BUDGET_INVALID("budget"),
    UNTIL_PAST("until"),
    CHANGED_MEANWHILE("title"),
    MOTIVE_MISSING("motive"),
    NOT_IN_THIS_STATE("motive");

    private final String field;

    UseCaseFault(String field) {
        this.field = field;
    }

    /** The id of the input that it is about. */
    public String field() {
        return field;
    }
}
