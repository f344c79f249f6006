package org.vigie.audit;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Walks one writer's chain. After a fault it goes on from what it found, so that one change is one or two faults and not
 * a fault for every entry behind it. Holds the open exchanges and nothing else.
 */
final class ChainCheck {
    private final String writer;
    private final Iterator<Checkpoint> checkpoints;
    private final Faults faults;
    private final EntryHash hasher = new EntryHash();
    private final Map<UUID, Long> open = new LinkedHashMap<>();
    private Optional<Checkpoint> next;
    private long seq;
    private Hash hash = Hash.NONE;
    private boolean gap;

    ChainCheck(String writer, Iterator<Checkpoint> checkpoints, Faults faults) {
        this.writer = writer;
        this.checkpoints = checkpoints;
        this.faults = faults;
        this.next = following();
    }

    String writer() {
        return writer;
    }

    long entries() {
        return seq;
    }

    int open() {
        return open.size();
    }

    void accept(Entry entry) {
        checkPlace(entry);
        if (!hasher.of(writer, entry.seq(), entry.fact(), entry.openFrom(), entry.previous())
                .equals(entry.hash())) {
            fault(entry.seq(), "was altered: its hash is not that of its content");
        }
        checkLife(entry);
        checkHead(entry);
        seq = entry.seq();
        hash = entry.hash();
    }

    /** After the last entry. */
    void end() {
        Optional<Checkpoint> last = next;
        for (; next.isPresent(); next = following()) {
            last = next;
        }
        last.ifPresent(checkpoint -> fault(
                seq + 1,
                "is missing and so is all up to entry " + checkpoint.count() + ", which the checkpoint of "
                        + checkpoint.at() + " covers: the end was cut off"));
    }

    private void checkPlace(Entry entry) {
        if (entry.seq() > seq + 1) {
            gap = true;
            fault(
                    seq + 1,
                    entry.seq() == seq + 2 ? "is missing" : "is missing and so is all up to " + (entry.seq() - 1));
        } else if (entry.seq() <= seq) {
            gap = true;
            fault(entry.seq(), "comes after entry " + seq + ": the order was changed");
        } else if (!entry.previous().equals(hash)) {
            fault(entry.seq(), "does not continue entry " + seq + ": one of the two was altered or replaced");
        }
    }

    private void checkLife(Entry entry) {
        UUID subject = entry.fact().subject();
        switch (entry.fact().kind()) {
            case OPENED -> {
                if (open.put(subject, entry.seq()) != null) {
                    fault(entry.seq(), "opens exchange " + subject + " a second time");
                }
            }
            case CLOSED, LOST -> {
                if (open.remove(subject) == null) {
                    fault(entry.seq(), "ends exchange " + subject + ", which was not open");
                }
            }
            case ACT -> {}
        }
        long openFrom =
                open.isEmpty() ? entry.seq() + 1 : open.values().iterator().next();
        // Behind a gap the open exchanges are not known any more, and the gap has been said.
        if (!gap && entry.openFrom() != openFrom) {
            gap = true;
            fault(
                    entry.seq(),
                    "says that exchanges are open from entry " + entry.openFrom() + ", they are from " + openFrom);
        }
    }

    private void checkHead(Entry entry) {
        for (; next.filter(checkpoint -> checkpoint.count() <= entry.seq()).isPresent(); next = following()) {
            next.filter(checkpoint -> checkpoint.count() == entry.seq())
                    .filter(checkpoint -> !checkpoint.head().equals(entry.hash()))
                    .ifPresent(checkpoint -> fault(
                            entry.seq(),
                            "is not what the checkpoint of " + checkpoint.at() + " saw: it, or entries before it, were"
                                    + " replaced"));
        }
    }

    private Optional<Checkpoint> following() {
        return checkpoints.hasNext() ? Optional.of(checkpoints.next()) : Optional.empty();
    }

    private void fault(long at, String what) {
        faults.add(Fault.at(writer, at, what));
    }
}
