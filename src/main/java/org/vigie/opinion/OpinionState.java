package org.vigie.opinion;

import java.time.Instant;

/** How the second opinion is doing, for whoever runs Vigie. */
public sealed interface OpinionState {
    /** None is configured. */
    record Off() implements OpinionState {}

    /** Its model is being read; nothing is examined yet. */
    record Loading() implements OpinionState {}

    record Ready() implements OpinionState {}

    /**
     * The shield works without it, wholly or in part.
     *
     * @param since when it began
     * @param detail what is wrong, in English and without content, for a log and for {@code doctor}
     */
    record Degraded(Cause cause, Instant since, String detail) implements OpinionState {}

    /** Why it is degraded. */
    enum Cause {
        /** A file of the model's directory is missing, cannot be read, or is not what it should be. */
        MODEL,
        /** The runtime's native library does not load on this machine. */
        LIBRARY,
        /** The model broke on a sentence. */
        FAILURE,
        /** Sentences were left because the time was over. */
        TIME
    }
}
