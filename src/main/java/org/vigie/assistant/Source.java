package org.vigie.assistant;

import java.util.OptionalInt;
import java.util.UUID;
import org.vigie.knowledge.Injection;
import org.vigie.knowledge.Search.Found;

/**
 * A passage that an answer was to stand on, as the conversation keeps it: where it opens, not what it says, so that
 * rights are asked again.
 *
 * @param number as the answer cites it in brackets, from 1
 * @param passage its place in the document, from 0
 * @param page from 1; empty where the format has none
 * @param recognised by optical recognition: figures may be wrong
 * @param commands whether it speaks to a machine
 */
record Source(
        int number,
        UUID document,
        int passage,
        String title,
        String section,
        OptionalInt page,
        String space,
        boolean recognised,
        boolean commands) {
    static Source of(int number, Found found) {
        return new Source(
                number,
                found.document().id(),
                found.number(),
                found.document().name(),
                found.section(),
                found.page(),
                found.space().name(),
                found.recognised(),
                Injection.isIn(found.text()));
    }

    public String path() {
        return "/documents/passages/" + document + "/" + passage + "#passage";
    }
}
