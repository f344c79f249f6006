package org.vigie.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Finds where this data directory's chain ends and what was left open, and takes its writer's name. */
final class Start {
    private static final Logger LOG = Logger.getLogger(Start.class);

    /** How long the session of a killed predecessor may hold the writer's name. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DataSource database;
    private final CheckpointFile checkpoints;
    private final WriterLink link;
    private final Head head;
    private final List<OpenExchange> stillOpen;

    Start(DataSource database, Path directory, KeyPair signing) throws IOException, SQLException {
        this.database = database;
        this.checkpoints = CheckpointFile.open(directory, signing);
        WriterLink first = link(WriterName.of(directory));
        if (continues(first)) {
            this.link = first;
        } else {
            first.close();
            LOG.error("The database holds less of the audit, or another one, than the last checkpoint says: a new chain"
                    + " begins; run `vigie audit verify`");
            this.link = link(WriterName.renew(directory));
        }
        this.head = AuditStore.head(link.handle(), link.writer());
        this.stillOpen = AuditStore.openExchanges(link.handle(), head);
    }

    CheckpointFile checkpoints() {
        return checkpoints;
    }

    List<OpenExchange> stillOpen() {
        return stillOpen;
    }

    ChainWriter writer(Limits limits) {
        return new ChainWriter(database, link, new Chain(head, stillOpen), limits);
    }

    /** Entries appended where a checkpointed part is missing would make what is missing harder to see. */
    private boolean continues(WriterLink link) {
        Handle handle = link.handle();
        Optional<Checkpoint> last = checkpoints
                .last()
                .filter(line -> line.count() > 0 && line.writer().equals(link.writer()));
        return last.isEmpty()
                || last.flatMap(line -> AuditStore.hashAt(handle, line.writer(), line.count()))
                        .equals(last.map(Checkpoint::head));
    }

    private WriterLink link(String writer) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return WriterLink.open(database, writer);
            } catch (SQLException refused) {
                if (System.nanoTime() > end || !pause()) {
                    throw refused;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
