package org.vigie.translation;

/** A provider's answer is not what its dialect promises. Quotes nothing of it. */
final class UnreadableAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswer(String why) {
        super(why, null, false, false);
    }
}
