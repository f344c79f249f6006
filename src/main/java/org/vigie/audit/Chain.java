package org.vigie.audit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Gives facts their place after the last entry of one writer. For one thread. */
final class Chain {
    private final EntryHash hasher = new EntryHash();
    // In the order of opening, so that its first value is the lowest open seq.
    private final Map<UUID, Long> open = new LinkedHashMap<>();
    private Head head;

    Chain(Head head, Collection<OpenExchange> stillOpen) {
        this.head = head;
        stillOpen.forEach(exchange -> open.put(exchange.exchange(), exchange.seq()));
    }

    Head head() {
        return head;
    }

    Entry append(Fact fact) {
        long seq = head.seq() + 1;
        switch (fact.kind()) {
            case OPENED -> open.put(fact.subject(), seq);
            case CLOSED, LOST -> open.remove(fact.subject());
            case ACT -> {}
        }
        long openFrom = open.isEmpty() ? seq + 1 : open.values().iterator().next();
        Hash hash = hasher.of(head.writer(), seq, fact, openFrom, head.hash());
        Entry entry = new Entry(head.writer(), seq, fact, openFrom, head.hash(), hash);
        head = new Head(head.writer(), seq, hash, openFrom);
        return entry;
    }
}
