package org.vigie.cache;

import java.util.List;

/**
 * A complete answer as the provider sent it, placeholders included.
 *
 * @param streamed whether it came in events
 * @param parts the events, or the one JSON text; not to be changed
 */
public record KeptAnswer(boolean streamed, List<byte[]> parts) {
    /** About what a key, an entry and each array take besides their content. */
    private static final int OVERHEAD = 256;

    private static final int PART_OVERHEAD = 24;

    public KeptAnswer {
        parts = List.copyOf(parts);
    }

    long bytes() {
        long bytes = OVERHEAD;
        for (byte[] part : parts) bytes += PART_OVERHEAD + part.length;
        return bytes;
    }

    /** Says how much, never what. */
    @Override
    public String toString() {
        return "KeptAnswer[" + parts.size() + " parts]";
    }
}
