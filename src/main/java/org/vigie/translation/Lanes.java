package org.vigie.translation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.translation.Step.Head;

/*
 * Algorithm. A chat completion may interleave its texts and calls; the other dialects have one block after the other. A
 * piece goes on at once when its lane is the open one, or when the open one can be closed for it: a text always, a call
 * when its arguments are a complete JSON object. Else it waits, and with it all that follows for other lanes, until the
 * end. Providers write one call after the other, so that as a rule nothing waits.
 */

/** Puts the pieces of a stream into blocks that follow one another. */
final class Lanes {
    private final Map<Object, Waiting> waiting = new LinkedHashMap<>();
    private final Set<Object> closedCalls = new HashSet<>();
    private @Nullable Object open;
    private @Nullable Balance call;
    private boolean calls;

    private record Waiting(Head head, StringBuilder text) {}

    /** Whether there was a tool call. */
    boolean calls() {
        return calls;
    }

    /** @param lane names a block: a call's index, or what else the text is */
    void piece(Object lane, Head head, String piece, List<Step> out) {
        if (!lane.equals(open)) {
            if (closedCalls.contains(lane)) {
                if (piece.isBlank()) return;
                throw new UnreadableAnswer("more of a tool call that was complete");
            }
            if (!waiting.isEmpty() || call != null && !call.complete()) {
                waiting.computeIfAbsent(lane, _ -> new Waiting(head, new StringBuilder()))
                        .text()
                        .append(piece);
                return;
            }
            close(out);
            open(lane, head, out);
        }
        grow(piece, out);
    }

    private void open(Object lane, Head head, List<Step> out) {
        open = lane;
        call = head instanceof Head.Call ? new Balance() : null;
        calls |= head instanceof Head.Call;
        out.add(new Step.Opened(head));
    }

    private void grow(String piece, List<Step> out) {
        if (piece.isEmpty()) return;
        if (call != null) call.add(piece);
        out.add(new Step.Grew(piece));
    }

    private void close(List<Step> out) {
        if (open == null) return;
        if (call != null) closedCalls.add(open);
        open = null;
        call = null;
        out.add(new Step.Closed());
    }

    /** Closes the open block, and gives those that waited. */
    void end(List<Step> out) {
        close(out);
        List<Map.Entry<Object, Waiting>> all = new ArrayList<>(waiting.entrySet());
        waiting.clear();
        all.forEach(one -> {
            open(one.getKey(), one.getValue().head(), out);
            grow(one.getValue().text().toString(), out);
            close(out);
        });
    }
}
