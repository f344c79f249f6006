package org.vigie.budget;

/** What can be wrong with what is wanted of a budget. */
public enum BudgetFault {
    SUBJECT_UNKNOWN("subject"),
    AMOUNT_INVALID("amount"),
    REASON_MISSING("reason"),
    /** There is one, and it was not looked at. */
    EXISTS("subject"),
    CHANGED_MEANWHILE("amount"),
    /** The same amount is in force by the decision that was looked at. */
    NOTHING_CHANGED("amount");

    private final String field;

    BudgetFault(String field) {
        this.field = field;
    }

    /** The id of the input that it is about. */
    public String field() {
        return field;
    }
}
