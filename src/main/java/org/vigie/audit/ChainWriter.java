package org.vigie.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/**
 * The one thread that appends to this process's chain: it takes what waits, hashes it, inserts it in one transaction and
 * wakes the callers after the commit. The longer a commit takes, the more the next one carries.
 *
 * <p>When the connection breaks, nobody knows whether the commit was done. The batch is kept as it is, hashes included,
 * and a new connection reads the head: at the batch's end, it was; at its start, it was not and is done again; anywhere
 * else, somebody changed the chain under us, and the writer stops for good rather than fork it.
 */
final class ChainWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ChainWriter.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final DataSource database;
    private final Limits limits;
    private final Chain chain;
    private final Inbox inbox;
    private final Thread thread;
    private volatile WriterLink link;
    private volatile Head durable;
    private volatile boolean away;
    private volatile boolean stopping;

    /** @param link on which the chain's head and open exchanges were read; closed by the writer */
    ChainWriter(DataSource database, WriterLink link, Chain chain, Limits limits) {
        this.database = database;
        this.link = link;
        this.chain = chain;
        this.limits = limits;
        this.inbox = new Inbox(limits.waiting());
        this.durable = chain.head();
        this.thread = Thread.ofPlatform().name("vigie-audit-writer").daemon().unstarted(this::write);
    }

    void start() {
        thread.start();
    }

    /** False when the fact cannot wait: the queue is full, or the writer has stopped. */
    boolean add(Pending pending) {
        return inbox.add(pending);
    }

    /** True while the database has not taken entries for longer than a caller would wait. */
    boolean isAway() {
        return away || !thread.isAlive();
    }

    /** The last entry that is certainly on disk. */
    Head durable() {
        return durable;
    }

    /** Writes what is queued, for at most {@link Limits#stop()}; what could not be written fails. */
    @Override
    public void close() {
        inbox.close();
        if (!ended(limits.stop())) {
            LOG.error("The audit could not write all that was queued: the next start will close it as lost");
            stopping = true;
            thread.interrupt();
            link.close();
        }
    }

    private boolean ended(Duration patience) {
        try {
            return thread.join(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void write() {
        try {
            List<Pending> taken = inbox.take(limits.perCommit());
            while (!taken.isEmpty()) {
                writeBatch(taken);
                taken = inbox.take(limits.perCommit());
            }
        } catch (InterruptedException _) {
            // The process ends and the database is away: close() has said so.
        } catch (ForkedChainException forked) {
            LOG.error("The audit stops, every new exchange is refused: " + forked.getMessage());
        } finally {
            inbox.close();
            inbox.failRest();
            link.close();
        }
    }

    private void writeBatch(List<Pending> batch) throws InterruptedException {
        Head before = chain.head();
        List<Entry> entries =
                batch.stream().map(pending -> chain.append(pending.fact())).toList();
        try {
            append(before, entries);
        } catch (InterruptedException | RuntimeException neverWritten) {
            batch.forEach(Pending::fail);
            throw neverWritten;
        }
        durable = chain.head();
        batch.forEach(Pending::succeed);
    }

    private void append(Head before, List<Entry> entries) throws InterruptedException {
        try {
            link.append(entries);
        } catch (SQLException broken) {
            LOG.warnf("The audit lost its database (SQLSTATE %s); trying again", broken.getSQLState());
            appendOnNewLink(before, entries);
            LOG.info("The audit has its database again");
        }
    }

    private void appendOnNewLink(Head before, List<Entry> entries) throws InterruptedException {
        long since = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (!stopping) {
            if (appendedOnNewLink(before, entries)) {
                away = false;
                return;
            }
            away = System.nanoTime() - since > limits.answer().toNanos();
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        throw new InterruptedException("stopped while the database was away");
    }

    private boolean appendedOnNewLink(Head before, List<Entry> entries) {
        link.close();
        try {
            link = WriterLink.open(database, before.writer());
            Head found = AuditStore.head(link.handle(), before.writer());
            if (found.equals(chain.head())) {
                return true;
            }
            if (!found.equals(before)) {
                throw new ForkedChainException(before, found);
            }
            link.append(entries);
            return true;
        } catch (SQLException | JdbiException stillBroken) {
            LOG.debugf(
                    "The audit's database is still away: %s",
                    stillBroken.getClass().getName());
            return false;
        }
    }

    private static final class ForkedChainException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ForkedChainException(Head expected, Head found) {
            super("entry " + expected.seq() + " of " + expected.writer() + " should be the last one, the database has "
                    + found.seq());
        }
    }
}
