package org.vigie.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Proves that an audit is complete and unaltered up to its last checkpoint: it finds every removed, altered, replaced or
 * moved entry, and an end that was cut off before the last checkpoint. It cannot find an end that was cut off together
 * with the checkpoints that cover it, nor what somebody forged who had the signing key
 * ({@code docs/adr/0005-audit-as-a-hash-chain.md}). Reads in one pass, in constant memory.
 */
public final class AuditVerifier {
    private final EntrySource source;

    private AuditVerifier(EntrySource source) {
        this.source = source;
    }

    /** Of the instance's database; the server may run. */
    public static AuditVerifier ofDatabase(Jdbi database) {
        return new AuditVerifier(new AuditStore(database));
    }

    /** Of a file that {@link #export} wrote. */
    public static AuditVerifier ofExport(Path file) {
        return new AuditVerifier(new ExportFile(file));
    }

    /**
     * Writes every entry as JSON Lines.
     *
     * @return how many
     * @throws IOException when the file exists already or cannot be written
     */
    public static long export(Jdbi database, Path file) throws IOException {
        return new ExportFile(file).write(new AuditStore(database));
    }

    /** The chains alone: an end that was cut off is not seen. */
    public Verification verifyChains() throws IOException {
        return run(new VerificationRun(Optional.empty(), new Faults()));
    }

    /**
     * The chains against their checkpoints.
     *
     * @param checkpoints the checkpoint file; its public key, {@code signing.pub}, stands beside it
     */
    public Verification verify(Path checkpoints) throws IOException {
        Faults faults = new Faults();
        if (!Files.exists(checkpoints)) {
            faults.add(new Fault(checkpoints.toString(), "is missing; every start of a server writes it"));
            return run(new VerificationRun(Optional.empty(), faults));
        }
        // Before the entries: what a line covers is then in the database when that is read.
        try (CheckpointReader reader = CheckpointReader.check(checkpoints, faults)) {
            return run(new VerificationRun(Optional.of(reader), faults));
        }
    }

    private Verification run(VerificationRun run) throws IOException {
        try {
            source.forEach(run::accept, run.faults());
            return run.end();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
