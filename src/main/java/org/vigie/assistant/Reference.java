package org.vigie.assistant;

import java.util.List;
import java.util.Optional;
import org.vigie.identity.Caller;
import org.vigie.knowledge.Space;

/** The documents that somebody may ask in a conversation. */
interface Reference {
    /** By name: those of no mission, and those of the conversation's own. */
    List<Space> spaces(Caller caller, Optional<String> mission);

    /** Looks for what answers a question, by the rights that the caller has now. */
    Grounds find(Caller caller, Optional<String> mission, Shelf shelf, String question);

    /** What a passage says; empty where this caller may not read it any more, or it is gone. */
    Optional<String> text(Caller caller, Source source);
}
