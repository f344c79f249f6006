package org.vigie.mission;

import java.util.stream.Stream;

/**
 * What is written down with the team at the start of a mission, and put before the client.
 *
 * @param clause the words of the contract, or where they stand
 * @param signatory who signs for the client
 * @param uses what the team plans to use AI for
 * @param data which data, of whom, how sensitive
 * @param verification who checks what comes out, and how
 * @param notice what the deliverables say of it
 */
public record Agreement(
        Reach reach, String clause, String signatory, String uses, String data, String verification, String notice) {
    static final int LONGEST = 4000;

    static final Agreement EMPTY = new Agreement(Reach.WITHOUT_AGREEMENT, "", "", "", "", "", "");

    public Agreement {
        clause = clause.strip();
        signatory = signatory.strip();
        uses = uses.strip();
        data = data.strip();
        verification = verification.strip();
        notice = notice.strip();
    }

    boolean isTooLong() {
        return Stream.of(clause, signatory, uses, data, verification, notice).anyMatch(text -> text.length() > LONGEST);
    }
}
