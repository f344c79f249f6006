package org.vigie.shield;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.AnswerForm;
import org.vigie.exchange.JsonDocument;
import org.vigie.exchange.JsonDocument.Patch;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.exchange.StreamEvent;
import org.vigie.exchange.StreamEvent.Channel;
import org.vigie.exchange.StreamEvent.Piece;
import org.vigie.exchange.Usage;
import org.vigie.pseudonym.Escaping;
import org.vigie.pseudonym.Issuance;
import org.vigie.pseudonym.StreamRestorer;

/*
 * Algorithm. A stream interleaves several texts: in a chat completion the content of each choice, its reasoning, the
 * arguments of each of its tool calls. Each is a channel (StreamEvent.Channel) with a StreamRestorer of its own. An
 * event's string is replaced, in its bytes, by what its channel lets go; everything else in the event is kept. A channel
 * holds back less than one placeholder's length. It lets go of it when the dialect says that it ends, with the last
 * piece or in an event of ours put before the ending one, and when the stream ends. Where the dialect numbers its events,
 * those after one of ours are numbered anew.
 *
 * Limits. What is signed or counted letter by letter ("logprobs", thinking blocks) keeps the placeholder. Strings outside
 * the channels are restored on their own, without memory of the event before. An event that is not JSON breaks the
 * exchange.
 */

/** Puts the values back into one answer. Not thread-safe: events come one after the other. */
public final class ReplyRestorer {
    private final AnswerForm form;
    private final Issuance issuance;
    private final boolean usageWanted;
    private final Map<Channel, StreamRestorer> channels = new LinkedHashMap<>();
    private @Nullable Usage usage;
    private @Nullable StreamEvent latest;
    private long outputBytes;
    private long inserted;
    private int straysOfWholes;

    ReplyRestorer(AnswerForm form, Issuance issuance, boolean usageWanted) {
        this.form = form;
        this.issuance = issuance;
        this.usageWanted = usageWanted;
    }

    /** What the provider said of its tokens, empty while or when it did not. */
    public Optional<Usage> usage() {
        return Optional.ofNullable(usage);
    }

    /** Bytes of text that the provider wrote so far, for an estimate when it does not count. */
    public long outputBytes() {
        return outputBytes;
    }

    /** How many placeholders the model wrote that this exchange did not issue: they stay in the answer as they are. */
    public int strays() {
        int strays = straysOfWholes;
        for (StreamRestorer restorer : channels.values()) strays += restorer.strays();
        return strays;
    }

    /** An answer in one piece: every string restored but what passes untouched, all other bytes kept. */
    public byte[] whole(JsonDocument document) {
        form.usage(document).ifPresent(this::told);
        outputBytes += document.length();
        if (issuance.count() == 0) return document.bytes();
        List<Patch> patches = new ArrayList<>();
        for (Value value : document.values()) {
            if (value instanceof Value.Text text) straysOfWholes += restoreAlone(text, patches);
        }
        return document.patched(patches);
    }

    private void told(Usage tokens) {
        usage = usage == null ? tokens : usage.updated(tokens);
    }

    /** Events of a stream: the events to pass on in their place; what is only for us is left out. */
    public List<byte[]> events(List<byte[]> json) {
        List<byte[]> out = new ArrayList<>(json.size());
        json.forEach(event -> event(event, out));
        return out;
    }

    private void event(byte[] json, List<byte[]> out) {
        JsonDocument document = JsonDocument.parse(json);
        Optional<Usage> tokens = form.usage(document);
        tokens.ifPresent(this::told);
        if (tokens.isPresent() && !usageWanted && form.onlyUsage(document)) return;
        outputBytes += form.textBytes(document);
        if (issuance.count() == 0) out.add(json);
        else restore(form.event(document), out);
    }

    /** The same for a body that is not read yet: a provider's words about a request that it refuses. */
    public byte[] whole(byte[] json) {
        return whole(JsonDocument.parse(json));
    }

    /** An answer that is not JSON: restored where it is text, else as it came. */
    public byte[] bytes(byte[] body) {
        if (!form.bytesAreText()) return body;
        outputBytes += body.length;
        if (issuance.count() == 0) return body;
        StreamRestorer restorer = issuance.restorer(Escaping.NONE);
        String restored = restorer.whole(new String(body, StandardCharsets.UTF_8));
        straysOfWholes += restorer.strays();
        return restored.getBytes(StandardCharsets.UTF_8);
    }

    /** What was still held back when the stream ended. */
    public List<byte[]> end() {
        List<byte[]> last = new ArrayList<>();
        if (latest != null) release(latest, _ -> true, last);
        return last;
    }

    private void restore(StreamEvent event, List<byte[]> out) {
        latest = event;
        List<Patch> patches = new ArrayList<>();
        Map<JsonDocument.Value, Piece> pieces = new HashMap<>();
        event.pieces().forEach(piece -> pieces.put(piece.text(), piece));
        for (Value value : event.document().values()) {
            if (!(value instanceof Value.Text text)) continue;
            Piece piece = pieces.get(text);
            if (piece == null) restoreAlone(text, patches);
            else continueChannel(event, piece, patches);
        }
        release(event, event::ends, out);
        event.sequence().ifPresent(number -> renumber(number, patches));
        out.add(event.document().patched(patches));
    }

    private void continueChannel(StreamEvent event, Piece piece, List<Patch> patches) {
        StreamRestorer restorer = channels.computeIfAbsent(
                piece.channel(), _ -> issuance.restorer(piece.json() ? Escaping.JSON : Escaping.NONE));
        String text = restorer.accept(piece.text().value());
        if (event.ends(piece.channel())) text += restorer.finish();
        patch(piece.text(), text, patches);
    }

    /** The strays in it. Those of an event outside the channels do not count: it may say again what a channel said. */
    private int restoreAlone(Value.Text text, List<Patch> patches) {
        if (form.untouched(text)) return 0;
        StreamRestorer restorer = issuance.restorer(form.holdsJson(text) ? Escaping.JSON : Escaping.NONE);
        patch(text, restorer.whole(text.value()), patches);
        return restorer.strays();
    }

    private void release(StreamEvent like, Predicate<Channel> which, List<byte[]> out) {
        channels.forEach((channel, restorer) -> {
            String held = which.test(channel) ? restorer.finish() : "";
            if (held.isEmpty()) return;
            out.add(numbered(like.carrying(channel, held)));
            inserted++;
        });
    }

    private void renumber(Value.Literal number, List<Patch> patches) {
        if (inserted == 0) return;
        long counted = Long.parseLong(number.value()) + inserted;
        patches.add(new Patch(number.from(), number.to(), Long.toString(counted).getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] numbered(byte[] ours) {
        if (inserted == 0) return ours;
        StreamEvent event = form.event(JsonDocument.parse(ours));
        List<Patch> patches = new ArrayList<>();
        event.sequence().ifPresent(number -> renumber(number, patches));
        return event.document().patched(patches);
    }

    private static void patch(Value.Text text, String restored, List<Patch> patches) {
        if (!restored.equals(text.value())) {
            patches.add(new Patch(text.from(), text.to(), JsonDocument.escaped(restored)));
        }
    }
}
