package org.vigie.flow;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.vigie.cache.KeptAnswer;
import org.vigie.exchange.Cancellation;
import org.vigie.shield.ReplyRestorer;

/**
 * Gives a kept answer again: restored with the values of this request, at the pace of whoever reads. A stream comes in
 * the events in which it came.
 */
final class Replay {
    private static final int TOGETHER = 64;

    private final ReplyRestorer restorer;
    private final AnswerSink sink;
    private final Cancellation cancellation;
    private final Tally tally;

    Replay(ReplyRestorer restorer, AnswerSink sink, Cancellation cancellation, Tally tally) {
        this.restorer = restorer;
        this.sink = sink;
        this.cancellation = cancellation;
        this.tally = tally;
    }

    Ended.Answer of(KeptAnswer kept) {
        tally.firstByte();
        if (!kept.streamed()) {
            return new Ended.Answer.Whole(restorer.whole(kept.parts().getFirst()));
        }
        List<byte[]> parts = kept.parts();
        for (int from = 0; from < parts.size(); from += TOGETHER) {
            awaitReader();
            pass(restorer.events(parts.subList(from, Math.min(from + TOGETHER, parts.size()))));
        }
        pass(restorer.end());
        return new Ended.Answer.Streamed();
    }

    private void pass(List<byte[]> events) {
        if (!events.isEmpty()) sink.events(events);
    }

    private void awaitReader() {
        if (sink.full()) {
            CountDownLatch ready = new CountDownLatch(1);
            cancellation.whenCancelled(ready::countDown);
            sink.whenReady(ready::countDown);
            try {
                ready.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                tally.cancelled();
                throw new Cancelled();
            }
        }
        if (cancellation.isCancelled()) {
            tally.cancelled();
            throw new Cancelled();
        }
    }
}
