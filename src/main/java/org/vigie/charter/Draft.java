package org.vigie.charter;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The text that is on its way to being published.
 *
 * @param revision counts what was done to it; 0 when nothing has been kept yet, and it is the text in force or the model
 * @param sanctions whether it creates obligations with sanctions, so that the staff representatives give their opinion
 * @param authors everybody who changed the text
 * @param remark why it was sent back to its authors; empty where it was not
 * @param approval the number of the decision that approved it
 */
record Draft(
        int revision,
        State state,
        CharterText text,
        boolean sanctions,
        Set<UUID> authors,
        String remark,
        Optional<Opinion> opinion,
        Optional<String> approval) {
    Draft {
        authors = Set.copyOf(authors);
    }

    /** How far it has come. */
    enum State {
        DRAFT,
        IN_REVIEW,
        STAFF_OPINION,
        APPROVED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the staff representatives said. @param on the day of their vote, or of the end of their time */
    record Opinion(Kind kind, LocalDate on, String text) {
        /** {@code NONE} where they let their time pass, which counts as an unfavourable opinion (C. trav. R2312-6). */
        enum Kind {
            FAVOURABLE,
            RESERVED,
            UNFAVOURABLE,
            NONE;

            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** One that nobody has kept. */
    static Draft unkept(CharterText text) {
        return new Draft(0, State.DRAFT, text, false, Set.of(), "", Optional.empty(), Optional.empty());
    }

    public boolean isWritable() {
        return state == State.DRAFT;
    }

    public boolean awaitsOpinion() {
        return state == State.IN_REVIEW && sanctions;
    }

    public boolean awaitsApproval() {
        return state == State.IN_REVIEW && !sanctions || state == State.STAFF_OPINION;
    }

    public boolean isApproved() {
        return state == State.APPROVED;
    }

    boolean isBy(UUID person) {
        return authors.contains(person);
    }
}
