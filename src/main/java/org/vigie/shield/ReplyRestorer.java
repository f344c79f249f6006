package org.vigie.shield;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.ChatChunk;
import org.vigie.exchange.ChatChunk.Delta;
import org.vigie.exchange.JsonDocument;
import org.vigie.exchange.JsonDocument.Patch;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.exchange.Usage;
import org.vigie.pseudonym.Escaping;
import org.vigie.pseudonym.Issuance;
import org.vigie.pseudonym.StreamRestorer;

/*
 * Algorithm. A chat-completion stream interleaves several texts: the content of each choice, its reasoning, the arguments
 * of each of its tool calls. Each is a channel with a StreamRestorer of its own, named by the choice's "index", the tool
 * call's "index" and the field. An event's string is replaced, in its bytes, by what its channel lets go; everything else
 * in the event is kept. A channel holds back less than one placeholder's length. It lets go of it when its choice
 * finishes, with the last piece or in an event of ours put before the finishing one, and when the stream ends.
 *
 * Limits. Strings under "logprobs" keep the placeholder. Strings outside choices[].delta are restored on their own,
 * without memory of the event before. An event that is not JSON breaks the exchange.
 */

/** Puts the values back into one answer. Not thread-safe: events come one after the other. */
public final class ReplyRestorer {
    private final Issuance issuance;
    private final boolean usageWanted;
    private final Map<Source, StreamRestorer> channels = new LinkedHashMap<>();
    private @Nullable Usage usage;
    private @Nullable ChatChunk latest;
    private long outputBytes;

    ReplyRestorer(Issuance issuance, boolean usageWanted) {
        this.issuance = issuance;
        this.usageWanted = usageWanted;
    }

    /** Which text of the stream. */
    private record Source(int choice, List<Object> field) {
        static Source of(Delta delta) {
            return new Source(delta.choice(), delta.field());
        }
    }

    /** What the provider said of its tokens, empty while or when it did not. */
    public Optional<Usage> usage() {
        return Optional.ofNullable(usage);
    }

    /** Bytes of text that the provider wrote so far, for an estimate when it does not count. */
    public long outputBytes() {
        return outputBytes;
    }

    /** An answer in one piece: every string outside {@code logprobs} restored, all other bytes kept. */
    public byte[] whole(JsonDocument document) {
        ChatChunk.usage(document).ifPresent(told -> usage = told);
        outputBytes += document.length();
        if (issuance.count() == 0) return document.bytes();
        List<Patch> patches = new ArrayList<>();
        for (Value value : document.values()) {
            if (value instanceof Value.Text text) restoreAlone(text, patches);
        }
        return document.patched(patches);
    }

    /** Events of a stream: the events to pass on in their place; what is only for us is left out. */
    public List<byte[]> events(List<byte[]> json) {
        List<byte[]> out = new ArrayList<>(json.size());
        json.forEach(event -> event(event, out));
        return out;
    }

    private void event(byte[] json, List<byte[]> out) {
        JsonDocument document = JsonDocument.parse(json);
        Optional<Usage> told = ChatChunk.usage(document);
        told.ifPresent(tokens -> usage = tokens);
        if (told.isPresent() && !usageWanted && ChatChunk.hasNoChoice(document)) return;
        outputBytes += ChatChunk.deltaBytes(document);
        if (issuance.count() == 0) out.add(json);
        else restore(ChatChunk.of(document), out);
    }

    /** The same for a body that is not read yet: a provider's words about a request that it refuses. */
    public byte[] whole(byte[] json) {
        return whole(JsonDocument.parse(json));
    }

    /** What was still held back when the stream ended. */
    public List<byte[]> end() {
        List<byte[]> last = new ArrayList<>();
        channels.keySet().forEach(source -> release(source, last));
        return last;
    }

    private void restore(ChatChunk chunk, List<byte[]> out) {
        latest = chunk;
        List<Patch> patches = new ArrayList<>();
        Map<JsonDocument.Value, Delta> pieces = new HashMap<>();
        chunk.deltas().forEach(delta -> pieces.put(delta.text(), delta));
        for (Value value : chunk.document().values()) {
            if (!(value instanceof Value.Text text)) continue;
            Delta delta = pieces.get(text);
            if (delta == null) restoreAlone(text, patches);
            else continueChannel(chunk, delta, patches);
        }
        channels.keySet().stream()
                .filter(source -> chunk.finishing().contains(source.choice()))
                .forEach(source -> release(source, out));
        out.add(chunk.document().patched(patches));
    }

    private void continueChannel(ChatChunk chunk, Delta delta, List<Patch> patches) {
        StreamRestorer restorer =
                channels.computeIfAbsent(Source.of(delta), _ -> issuance.restorer(escaping(delta.text())));
        String text = restorer.accept(delta.text().value());
        if (chunk.finishing().contains(delta.choice())) text += restorer.finish();
        patch(delta.text(), text, patches);
    }

    private void restoreAlone(Value.Text text, List<Patch> patches) {
        if (text.path().passesThrough("logprobs")) return;
        patch(text, issuance.restore(text.value(), escaping(text)), patches);
    }

    private void release(Source source, List<byte[]> out) {
        StreamRestorer restorer = channels.get(source);
        String held = restorer == null ? "" : restorer.finish();
        ChatChunk like = latest;
        if (!held.isEmpty() && like != null) out.add(like.carrying(source.choice(), source.field(), held));
    }

    private static void patch(Value.Text text, String restored, List<Patch> patches) {
        if (!restored.equals(text.value())) {
            patches.add(new Patch(text.from(), text.to(), JsonDocument.escaped(restored)));
        }
    }

    /** A tool call's arguments are JSON inside a string: a value that goes there is escaped once more. */
    private static Escaping escaping(Value.Text text) {
        return text.path().name().equals("arguments") ? Escaping.JSON : Escaping.NONE;
    }
}
