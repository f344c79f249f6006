package org.vigie.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;
import org.vigie.kernel.Problem.Refusal;
import org.vigie.kernel.Problem.Refusal.Reason;
import org.vigie.kernel.ProblemException;
import org.vigie.store.DatabaseAccess;

/**
 * Records exchanges and administrative acts, each durable before the caller goes on. Blocks: call it on a virtual
 * thread. One per process.
 */
public final class AuditLog implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(AuditLog.class);
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final int CONNECT_SECONDS = 2;
    /** A commit that takes longer counts as broken off; the head then says whether it was done. */
    private static final int SILENCE_SECONDS = 10;

    private final AuditStore store;
    private final ChainWriter writer;
    private final Checkpoints checkpoints;
    private final Limits limits;

    private AuditLog(AuditStore store, ChainWriter writer, Checkpoints checkpoints, Limits limits) {
        this.store = store;
        this.writer = writer;
        this.checkpoints = checkpoints;
        this.limits = limits;
    }

    /**
     * Continues the chain of a data directory; when it returns, every exchange that an earlier process left open is
     * recorded as lost.
     *
     * @param reads where records are found, by a shared pool
     * @param database where the writer gets a connection of its own
     * @param directory {@code DIR/audit}, created when absent
     * @param signing the Ed25519 pair that signs the checkpoints
     * @throws IOException when the directory cannot be used
     * @throws SQLException when the database cannot, or another process writes under this directory's name
     */
    public static AuditLog start(Jdbi reads, DatabaseAccess database, Path directory, KeyPair signing)
            throws IOException, SQLException {
        return start(reads, database, directory, signing, Limits.DEFAULT);
    }

    static AuditLog start(Jdbi reads, DatabaseAccess database, Path directory, KeyPair signing, Limits limits)
            throws IOException, SQLException {
        Start start = new Start(writerDatabase(database), Files.createDirectories(directory), signing);
        ChainWriter writer = start.writer(limits);
        AuditLog log = new AuditLog(
                new AuditStore(reads), writer, new Checkpoints(start.checkpoints(), writer::durable), limits);
        writer.start();
        log.closeAsLost(start.stillOpen());
        log.checkpoints.start(limits);
        return log;
    }

    /** As the application, but outside its pool, and sooner tired of a server that does not answer. */
    private static DataSource writerDatabase(DatabaseAccess access) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(access.url());
        database.setUser(access.user());
        database.setPassword(access.password().reveal());
        database.setApplicationName("vigie-audit");
        database.setLoginTimeout(CONNECT_SECONDS);
        database.setSocketTimeout(SILENCE_SECONDS);
        return database;
    }

    /**
     * Records that an exchange was let in. Nothing may go to a provider before this returns.
     *
     * @throws ProblemException {@code audit_unavailable} when the database did not take it within two seconds, is known
     *     to be away, or too many wait already
     */
    public Turn open(Opening opening) {
        Pending pending = new Pending(Fact.opened(opening));
        if (writer.isAway() || !writer.add(pending)) {
            throw unavailable();
        }
        Turn turn = new Turn(this, opening);
        if (!pending.awaitDurable(limits.answer())) {
            if (!pending.withdraw()) {
                // On its way to the database: should it arrive, the chain must also say that nothing came of it.
                writer.add(new Pending(Fact.closed(opening, Closing.refused("audit_unavailable", Latency.NONE))));
            }
            throw unavailable();
        }
        return turn;
    }

    /**
     * Records an act; the act itself may be done once this has returned.
     *
     * @throws ProblemException {@code audit_unavailable}; the record may still be written if it was on its way
     */
    public void act(Act act) {
        Pending pending = new Pending(Fact.act(act));
        if (writer.isAway() || !writer.add(pending)) {
            throw unavailable();
        }
        if (!pending.awaitDurable(limits.answer())) {
            pending.withdraw();
            throw unavailable();
        }
    }

    /** What is recorded of an exchange; empty when it is unknown. Who may see it is the caller's to check. */
    public Optional<ExchangeRecord> find(UUID exchange) {
        return ExchangeRecord.of(store.facts(exchange));
    }

    /** The newest that have ended since a moment, at most so many: to be counted, never to be shown one by one. */
    public List<ExchangeRecord> closedSince(Instant since, int most) {
        return store.closedSince(since, most);
    }

    /** Where the records of an exchange stand, in their order; empty when it is unknown. */
    public List<Place> placesOf(UUID exchange) {
        return store.places(exchange);
    }

    /** The exchanges that began in a mission from one moment to before another, told one after the other. */
    public void inMission(String mission, Instant from, Instant until, Consumer<ExchangeRecord> reader) {
        store.inMission(mission, from, until, reader);
    }

    /**
     * The exchanges that one person began from one moment to before another, told one after the other: for a disclosure with
     * two keys, and for nothing else.
     */
    public void ofPerson(UUID person, Instant from, Instant until, Consumer<ExchangeRecord> reader) {
        store.ofPerson(person, from, until, reader);
    }

    /** What one person used since a moment: for that person's own eyes. */
    public Use useOf(UUID person, Instant since) {
        return store.useOf(person, since);
    }

    /** Whether records and checkpoints can be written now. */
    public Health health() {
        return new Health(!writer.isAway(), checkpoints.isWorking());
    }

    /**
     * @param recording false while exchanges are refused because the database does not take them
     * @param checkpointing false while the end of the chain is not protected against being cut off
     */
    public record Health(boolean recording, boolean checkpointing) {}

    /** Writes what is queued, then the last checkpoint. Exchanges still open are lost: drain them first. */
    @Override
    public void close() {
        writer.close();
        checkpoints.close();
    }

    void end(Fact fact) {
        Pending pending = new Pending(fact);
        if (!writer.add(pending) || !pending.awaitDurable(limits.answer())) {
            throw unavailable();
        }
    }

    private void closeAsLost(List<OpenExchange> stillOpen) throws SQLException {
        List<Pending> lost =
                stillOpen.stream().map(Fact::lost).map(Pending::new).toList();
        lost.forEach(writer::add);
        for (Pending pending : lost) {
            if (!pending.awaitDurable(RECOVERY)) {
                close();
                throw new SQLException("the exchanges that the last run left open could not be closed");
            }
        }
        if (!lost.isEmpty()) {
            LOG.infof("%d exchanges of the last run are recorded as lost", lost.size());
        }
    }

    private static ProblemException unavailable() {
        return new ProblemException(new Refusal(Reason.AUDIT_UNAVAILABLE, "audit", "audit"));
    }
}
