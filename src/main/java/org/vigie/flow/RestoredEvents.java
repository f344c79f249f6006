package org.vigie.flow;

import org.vigie.provider.Provider.Events;
import org.vigie.shield.ReplyRestorer;

/** Restores the events of a provider on their way to the sink. */
record RestoredEvents(ReplyRestorer restorer, AnswerSink sink, Tally tally) implements Events {
    @Override
    public void event(byte[] json) {
        tally.firstByte();
        restorer.event(json).forEach(sink::event);
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
