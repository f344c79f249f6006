package org.vigie.assistant;

/** One turn of a conversation, as a model is told it. */
public record Turn(Role role, String text) {
    /** Who spoke. */
    public enum Role {
        USER,
        ASSISTANT
    }
}
