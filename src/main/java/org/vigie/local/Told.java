package org.vigie.local;

/** What the child process says. */
public sealed interface Told {
    /**
     * The model is read and has computed once.
     *
     * @param description as {@code llama 8B Q4_K - Medium}
     * @param bytes of its weights
     * @param context tokens, what is asked and the answer together
     * @param knownTemplate whether its chat template is one that is known; else ChatML stands in
     */
    record Ready(String description, long bytes, int context, boolean knownTemplate) implements Told {}

    /** The model cannot be served. @param detail why, in English, for a log and for {@code doctor} */
    record Unfit(String detail) implements Told {}

    /** A piece of the answer. */
    record Text(int question, String text) implements Told {}

    /**
     * The answer's end.
     *
     * @param asked tokens of the question
     * @param kept those of them that were still there from the exchange before
     * @param written tokens of the answer, without the one that ends it
     */
    record Ended(int question, Finish finish, int asked, int kept, int written) implements Told {}

    /** Why an answer ended. */
    enum Finish {
        /** The model's own end, or one of the texts to stop before. */
        STOP,
        /** As many tokens as were asked for, or the context is full. */
        LENGTH,
        CANCELLED,
        /** The question alone fills the context; nothing was computed. */
        TOO_LONG,
        /** The runtime reported a fault. */
        FAILED
    }
}
