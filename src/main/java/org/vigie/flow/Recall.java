package org.vigie.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.audit.Opening;
import org.vigie.cache.AnswerCache;
import org.vigie.cache.CacheControl;
import org.vigie.cache.CacheKey;
import org.vigie.cache.KeptAnswer;
import org.vigie.catalog.Route;
import org.vigie.exchange.ModelRequest;
import org.vigie.provider.Provider.Events;
import org.vigie.provider.Provider.Reply;
import org.vigie.shield.ClearedPrompt;
import org.vigie.shield.Inspection;

/**
 * What the cache does for one attempt: finds an answer of before, or collects this one. Whoever asks in the assistant always
 * asks anew: « ask again » would otherwise get the same words.
 */
final class Recall {
    private final AnswerCache cache;
    private final CacheControl wish;
    private final Optional<CacheKey> key;
    private final List<byte[]> collected = new ArrayList<>();
    private long collectedBytes;

    private Recall(AnswerCache cache, CacheControl wish, Optional<CacheKey> key) {
        this.cache = cache;
        this.wish = wish;
        this.key = key;
    }

    static Recall of(
            AnswerCache cache, Demand demand, String snapshot, Route route, Inspection found, ClearedPrompt clear) {
        boolean served = demand.door() == Opening.Door.GATEWAY && cache.serves(route.model(), found.request());
        if (!served) return new Recall(cache, CacheControl.NONE, Optional.empty());
        return new Recall(cache, demand.cacheControl(), Optional.of(key(demand, snapshot, found.request(), clear)));
    }

    private static CacheKey key(Demand demand, String snapshot, ModelRequest request, ClearedPrompt clear) {
        CacheKey.Partition partition = new CacheKey.Partition(
                demand.scope(),
                demand.caller().person(),
                demand.caller().roles().stream().map(Enum::name).sorted().toList(),
                demand.caller().team(),
                demand.mission(),
                demand.useCase(),
                snapshot,
                clear.target().name());
        return CacheKey.of(
                partition,
                demand.dialect().name(),
                demand.headers(),
                request.document().bytes(),
                clear.body());
    }

    /** An answer of before, where there is one and it will do. */
    Optional<KeptAnswer> find() {
        return wish.read() ? key.flatMap(cache::find) : Optional.empty();
    }

    /** Whether the cache had its say at all: the header tells it. */
    boolean isOn() {
        return key.isPresent();
    }

    private boolean collects() {
        return key.isPresent() && wish.keep();
    }

    /** The same events, noted before they are restored. */
    Events noting(Events events) {
        return collects() ? new Noted(events) : events;
    }

    /** Keeps what is complete. */
    void keep(Reply reply) {
        if (!collects()) return;
        switch (reply) {
            case Reply.Whole whole ->
                cache.keep(
                        key.orElseThrow(),
                        new KeptAnswer(false, List.of(whole.body().bytes())));
            case Reply.Streamed _ -> {
                if (collectedBytes <= cache.largest()) cache.keep(key.orElseThrow(), new KeptAnswer(true, collected));
            }
            case Reply.Bytes _ -> {}
        }
    }

    private void note(List<byte[]> json) {
        for (byte[] event : json) collectedBytes += event.length;
        if (collectedBytes > cache.largest()) collected.clear();
        else collected.addAll(json);
    }

    private final class Noted implements Events {
        private final Events events;

        Noted(Events events) {
            this.events = events;
        }

        @Override
        public void events(List<byte[]> json) {
            note(json);
            events.events(json);
        }

        @Override
        public boolean full() {
            return events.full();
        }

        @Override
        public void whenReady(Runnable more) {
            events.whenReady(more);
        }
    }
}
