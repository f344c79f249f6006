package org.vigie.flow;

import java.util.ArrayList;
import java.util.List;
import org.vigie.provider.Provider.Events;
import org.vigie.routing.Attempt;
import org.vigie.shield.ReplyRestorer;

/** Restores the events of a provider on their way to the sink. */
record RestoredEvents(ReplyRestorer restorer, AnswerSink sink, Tally tally, Attempt attempt) implements Events {
    @Override
    public void events(List<byte[]> json) {
        tally.firstByte();
        attempt.began();
        List<byte[]> restored = new ArrayList<>(json.size());
        try {
            for (byte[] event : json) restored.addAll(restorer.events(List.of(event)));
        } finally {
            // Those before one that breaks the exchange were said.
            if (!restored.isEmpty()) sink.events(restored);
        }
    }

    @Override
    public boolean full() {
        return sink.full();
    }

    @Override
    public void whenReady(Runnable more) {
        sink.whenReady(more);
    }
}
