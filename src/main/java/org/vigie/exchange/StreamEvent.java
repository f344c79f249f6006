package org.vigie.exchange;

import java.util.List;
import java.util.Optional;
import org.vigie.exchange.JsonDocument.Value;

/**
 * One event of a stream, read in its dialect: which text each of its strings continues, and which texts end with it.
 *
 * @param document its own bytes
 * @param pieces in the order of the document
 * @param ending the channels that end with it
 * @param sequence the event's number in the stream, where the dialect counts them
 * @param carrier makes an event that carries nothing but a piece of one text
 */
public record StreamEvent(
        JsonDocument document, List<Piece> pieces, Ending ending, Optional<Value.Literal> sequence, Carrier carrier) {
    public StreamEvent {
        pieces = List.copyOf(pieces);
    }

    /** One of the texts that a stream interleaves, as the steps that name it in its dialect. */
    public record Channel(List<Object> steps) {
        public Channel {
            steps = List.copyOf(steps);
        }
    }

    /** A piece of one text; {@code json} when the text is JSON inside a string, as a tool call's arguments. */
    public record Piece(Channel channel, Value.Text text, boolean json) {}

    /** Which channels an event ends. */
    @FunctionalInterface
    public interface Ending {
        boolean ends(Channel channel);
    }

    /** Makes an event like this one for a piece of text that was held back. */
    @FunctionalInterface
    public interface Carrier {
        byte[] carrying(Channel channel, String text);
    }

    public boolean ends(Channel channel) {
        return ending.ends(channel);
    }

    /** An event of the same stream that carries nothing but a piece of one text. */
    public byte[] carrying(Channel channel, String text) {
        return carrier.carrying(channel, text);
    }
}
