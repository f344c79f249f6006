package org.vigie.exchange;

import java.util.Optional;
import org.vigie.exchange.JsonDocument.Value;

/**
 * How a dialect writes its answers, whole and in pieces. Stateless: what must be remembered between two events of a
 * stream is its reader's to remember.
 */
public sealed interface AnswerForm permits ChatCompletionsAnswer, MessagesAnswer, ResponsesAnswer, WholeAnswer {

    /** What a payload of a stream is to the stream as a whole. */
    enum Mark {
        /** A piece like any other. */
        PIECE,
        /** The stream is complete with it, and it belongs to the answer. */
        LAST,
        /** The stream is complete, and the payload is a mark that holds nothing. */
        END,
        /** The provider says that it broke. */
        ERROR
    }

    /**
     * Whether an answer of this kind is bytes that nobody reads on the way, not JSON.
     *
     * @param contentType as the provider's header says
     */
    default boolean isBytes(String contentType) {
        return false;
    }

    /** Whether what {@link #isBytes} is text in UTF-8, so that values can be put back into it. */
    default boolean bytesAreText() {
        return false;
    }

    /** What the payload of one server-sent event is. */
    Mark mark(byte[] payload);

    /** The name of the server-sent event that carries this payload, where the dialect names them. */
    Optional<String> eventName(byte[] payload);

    /** One event of a stream, read. */
    StreamEvent event(JsonDocument document);

    /** The tokens that an event or a whole answer tells. */
    Optional<Usage> usage(JsonDocument document);

    /** Whether it tells the usage and nothing else, so that it can be kept from a client that did not ask for it. */
    boolean onlyUsage(JsonDocument document);

    /** Bytes of text that the model wrote in this event, as they are written. */
    long textBytes(JsonDocument document);

    /** Whether a string passes as it came: what is signed, or counted letter by letter. */
    boolean untouched(Value.Text text);

    /** Whether a string holds JSON of its own, so that a value that goes there is escaped once more. */
    default boolean holdsJson(Value.Text text) {
        return text.path().name().equals("arguments");
    }
}
