package org.vigie.rules;

/** What keeps a wish about the matrix from being decided. */
enum MatrixFault {
    UNREADABLE("matrix"),
    MOTIVE_MISSING("motive"),
    NOTHING_CHANGED("matrix");

    private final String field;

    MatrixFault(String field) {
        this.field = field;
    }

    /** As a program names it. */
    String field() {
        return field;
    }

    String in(RulesMessages say) {
        return switch (this) {
            case UNREADABLE -> say.unreadableMatrix();
            case MOTIVE_MISSING -> say.motiveMissing();
            case NOTHING_CHANGED -> say.nothingChanged();
        };
    }
}
