package org.vigie.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * A request to a model as it came, with what Vigie needs to know of it. Everything else in it is unknown on purpose and
 * passes through.
 *
 * @param dialect the wire format in which it is written, and in which its answer is expected
 * @param headers those of the client's HTTP headers that its dialect sends on to a provider, as {@code anthropic-beta}
 * @param document the request's own bytes
 * @param model the name that the client asked for
 * @param stream whether the answer is wanted piece by piece
 * @param usageAsked whether the client gets to see what the stream says of its tokens
 * @param messages who said what, text parts only
 * @param unreadable kinds of content in the request that cannot be examined, as {@code image_url}
 */
public record ModelRequest(
        Dialect dialect,
        Map<String, String> headers,
        JsonDocument document,
        String model,
        boolean stream,
        boolean usageAsked,
        List<Message> messages,
        Set<String> unreadable) {

    private static final Set<String> DECIDING_FIELDS = Set.of(
            "model",
            "messages",
            "input",
            "prompt",
            "system",
            "instructions",
            "stream",
            "stream_options",
            "store",
            "previous_response_id",
            "background",
            "conversation",
            "tools",
            "functions",
            "mcp_servers");

    public ModelRequest {
        headers = Map.copyOf(headers);
        messages = List.copyOf(messages);
        unreadable = Set.copyOf(unreadable);
    }

    /** @param role as {@code system}, {@code user}, {@code assistant}, {@code tool} */
    public record Message(String role, String text) {}

    /**
     * @param headers with {@code content-type} where the body is a form, not JSON; it is a form no more afterwards
     * @throws ProblemException {@link Problem.Malformed} with the place when it is not a request of this dialect
     */
    public static ModelRequest parse(Dialect dialect, Map<String, String> headers, byte[] body) {
        String contentType = headers.get("content-type");
        if (contentType == null) return parseJson(dialect, headers, body);
        return parseJson(dialect, Map.of(), TranscriptionForm.json(contentType, body));
    }

    private static ModelRequest parseJson(Dialect dialect, Map<String, String> headers, byte[] body) {
        JsonDocument document = JsonDocument.parse(body);
        requireObject(document);
        refuseRepeatedFields(document);
        RequestReader reader = RequestReader.of(dialect);
        document.values().forEach(reader::read);
        return reader.request(dialect, headers, document);
    }

    private static void requireObject(JsonDocument document) {
        if (!(document.values().getFirst() instanceof Value.Container root) || root.array()) {
            throw malformed("the document", "a JSON object is expected");
        }
    }

    /** Parsers disagree on which of two equal keys counts; a request that plays on it is refused. */
    private static void refuseRepeatedFields(JsonDocument document) {
        Set<String> seen = new HashSet<>();
        for (Value value : document.values()) {
            if (value instanceof Value.Key key
                    && DECIDING_FIELDS.contains(key.value())
                    && key.path().isRootField(key.value())
                    && !seen.add(key.value())) {
                throw malformed(key.value(), "this field stands twice");
            }
        }
    }

    static ProblemException malformed(String place, String fault) {
        return new ProblemException(new Problem.Malformed(place, fault));
    }

    /** The text of the last message of a role. */
    public Optional<String> lastText(String role) {
        return messages.reversed().stream()
                .filter(message -> message.role().equals(role))
                .map(Message::text)
                .findFirst();
    }

    /** Whether nobody reads a string of this request for findings: it cannot be read, or must not be changed. */
    public boolean isLeft(Value.Text text) {
        return isUnreadable(text) || isOpaque(text) || isSigned(text);
    }

    /** Whether a string holds bytes that no recogniser can read: an image or a file, in base64. */
    static boolean isUnreadable(Value.Text text) {
        String name = text.path().name();
        return isDataUrl(text.value())
                || name.equals("file_data")
                || (name.equals("data")
                        && (text.path().passesThrough("input_audio")
                                || text.path().passesThrough("source")));
    }

    private static boolean isDataUrl(String value) {
        if (!value.startsWith("data:")) return false;
        int comma = value.indexOf(',');
        return comma > 7 && comma < 200 && value.startsWith(";base64", comma - 7);
    }

    /**
     * Whether a string is a provider's own, opaque and sent back as it came: a signature, or reasoning that only the
     * provider can open. It is not text, and a change would break it.
     */
    private boolean isOpaque(Value.Text text) {
        return isInThinkingBlock(text, "signature")
                || dialect == Dialect.RESPONSES
                        && text.path().name().equals("encrypted_content")
                        && text.path().steps().size() == 3
                        && text.path().steps().getFirst().equals("input");
    }

    /** Whether a string is signed: it may be read, but not changed. */
    public boolean isSigned(Value.Text text) {
        return isInThinkingBlock(text, "thinking");
    }

    /** At {@code messages[0].content[1].FIELD}. */
    private boolean isInThinkingBlock(Value.Text text, String field) {
        if (dialect != Dialect.MESSAGES && dialect != Dialect.COUNT_TOKENS) return false;
        if (!text.path().name().equals(field)) return false;
        List<Object> steps = text.path().steps();
        return steps.size() == 5
                && steps.getFirst().equals("messages")
                && steps.get(2).equals("content")
                && steps.get(3) instanceof Integer;
    }
}
