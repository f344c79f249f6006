package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.exchange.Dialect;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * One exchange between a client and a provider of different dialects. Everything goes in and comes out as JSON in UTF-8.
 * An answer that cannot be read is the provider's fault and thrown as a {@link RuntimeException} that quotes nothing.
 */
public final class Translation {
    private static final Set<Dialect> CONVERSATIONS =
            Set.of(Dialect.CHAT_COMPLETIONS, Dialect.RESPONSES, Dialect.MESSAGES);

    private final AnswerReader reader;
    private final AnswerWriter writer;
    private final Terms terms;
    private final JsonNode asked;
    private final byte[] request;

    private Translation(
            PromptReader from, PromptWriter to, AnswerReader reader, AnswerWriter writer, Terms terms, byte[] masked) {
        this.reader = reader;
        this.writer = writer;
        this.terms = terms;
        this.asked = Json.read(masked);
        this.request = Json.bytes(to.write(from.read(asked), terms));
    }

    /** Whether a client's dialect can be carried over to a provider's. */
    public static boolean between(Dialect client, Dialect provider) {
        return client != provider
                && CONVERSATIONS.contains(client)
                && (provider == Dialect.CHAT_COMPLETIONS || provider == Dialect.MESSAGES);
    }

    /**
     * @param masked the client's request as it may leave
     * @throws ProblemException {@link Problem.Malformed} that names what the provider's dialect has no counterpart for
     */
    public static Translation of(Dialect client, Dialect provider, Terms terms, byte[] masked) {
        if (!between(client, provider)) throw new IllegalArgumentException(client + " to " + provider);
        boolean chat = provider == Dialect.CHAT_COMPLETIONS;
        return new Translation(
                reader(client),
                chat ? new ChatPromptWriter() : new MessagesPromptWriter(),
                chat ? new ChatAnswerReader() : new MessagesAnswerReader(),
                writer(client),
                terms,
                masked);
    }

    private static PromptReader reader(Dialect client) {
        return switch (client) {
            case CHAT_COMPLETIONS -> new ChatPromptReader();
            case RESPONSES -> new ResponsesPromptReader();
            case MESSAGES -> new MessagesPromptReader();
            case EMBEDDINGS, IMAGES, SPEECH, TRANSCRIPTION, COUNT_TOKENS ->
                throw new IllegalArgumentException("no text to translate");
        };
    }

    private static AnswerWriter writer(Dialect client) {
        return switch (client) {
            case CHAT_COMPLETIONS -> new ChatAnswerWriter();
            case RESPONSES -> new ResponsesAnswerWriter();
            case MESSAGES -> new MessagesAnswerWriter();
            case EMBEDDINGS, IMAGES, SPEECH, TRANSCRIPTION, COUNT_TOKENS ->
                throw new IllegalArgumentException("no text to translate");
        };
    }

    /** The request in the provider's dialect. */
    public byte[] request() {
        return request;
    }

    /** An answer in one piece, in the client's dialect. */
    public byte[] whole(byte[] answer) {
        return Json.bytes(writer.whole(reader.whole(Json.read(answer), terms), asked));
    }

    /** A provider's error, in the shape of the client's. */
    public byte[] rejection(int status, byte[] body) {
        return Json.bytes(writer.error(Fault.of(status, Json.read(body))));
    }

    /** For one attempt. */
    public Stream stream() {
        return new Stream(reader.steps(terms), writer);
    }

    /** One stream; not thread-safe. */
    public final class Stream {
        private final AnswerReader.Steps steps;
        private final AnswerWriter.Events events;
        private boolean begun;

        private Stream(AnswerReader.Steps steps, AnswerWriter writer) {
            this.steps = steps;
            this.events = writer.events(asked);
        }

        /** The client's events, none or several, for those of the provider that came together. */
        public List<byte[]> events(List<byte[]> payloads) {
            List<Step> read = new ArrayList<>();
            payloads.forEach(payload -> read.addAll(steps.read(Json.read(payload))));
            return written(read);
        }

        /** What remains to be said once the provider has said that its stream is complete. */
        public List<byte[]> end() {
            return written(steps.end());
        }

        private List<byte[]> written(List<Step> read) {
            List<ObjectNode> out = new ArrayList<>();
            read.forEach(step -> events.write(step, out));
            begun |= !out.isEmpty();
            return out.stream().map(Json::bytes).toList();
        }

        /** A provider's error that ends the stream, or stands instead of one that has not begun. */
        public byte[] broken(int status, byte[] body) {
            return begun ? Json.bytes(events.error(Fault.of(status, Json.read(body)))) : rejection(status, body);
        }
    }

    /** How many tokens a request has, estimated: about four bytes each of what is to be read. */
    public static byte[] estimatedCount(byte[] masked) {
        long bytes = TextSize.of(Json.read(masked));
        return Json.bytes(Json.object().put("input_tokens", (bytes + 3) / 4));
    }
}
