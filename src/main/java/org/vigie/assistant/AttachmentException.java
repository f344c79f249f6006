package org.vigie.assistant;

/** A file that cannot be joined to a question, and why. The message holds nothing of the file. */
final class AttachmentException extends Exception {
    private static final long serialVersionUID = 1;

    private final String fault;

    /** @param fault as {@link AssistantMessages#fileFault} knows it */
    AttachmentException(String fault) {
        super(fault);
        this.fault = fault;
    }

    String fault() {
        return fault;
    }
}
