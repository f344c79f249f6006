package org.vigie.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.vigie.audit.AuditVerifier;
import org.vigie.audit.Verification;
import org.vigie.store.DataDirectory;
import org.vigie.store.Store;
import org.vigie.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "audit",
        description = "Proves that the audit is complete and unaltered, or exports it. The server may run meanwhile.",
        mixinStandardHelpOptions = true,
        subcommands = {AuditCommand.Verify.class, AuditCommand.Export.class})
final class AuditCommand extends CommandGroup {
    @Command(
            name = "verify",
            description = "Checks every entry against the chain and the signed checkpoints. Exit 1 at a fault.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Mixin
        private InstanceOptions instance = new InstanceOptions();

        @Option(names = "--export", paramLabel = "FILE", description = "An exported audit instead of the database.")
        private @Nullable Path export;

        @Option(
                names = "--checkpoints",
                paramLabel = "FILE",
                description = "Checkpoints, with signing.pub beside them; default DIR/audit/checkpoints.jsonl, for an"
                        + " export none.")
        private @Nullable Path checkpoints;

        @Override
        public Integer call() {
            Verification verification = verify();
            verification.report().forEach(System.out::println);
            return verification.intact() ? 0 : 1;
        }

        private Verification verify() {
            try {
                return export == null ? ofDatabase() : ofExport(export);
            } catch (IOException unreadable) {
                throw unusable(unreadable);
            }
        }

        private Verification ofExport(Path file) throws IOException {
            AuditVerifier verifier = AuditVerifier.ofExport(file);
            if (checkpoints != null) {
                return verifier.verify(checkpoints);
            }
            System.err.println("Without --checkpoints, an end that was cut off is not seen.");
            return verifier.verifyChains();
        }

        private Verification ofDatabase() throws IOException {
            DataDirectory directory = existing(instance);
            Path file = checkpoints == null ? directory.audit().resolve("checkpoints.jsonl") : checkpoints;
            try (Database database =
                    Database.reach(instance.configuration(directory).database(), directory)) {
                return AuditVerifier.ofDatabase(jdbi(database)).verify(file);
            }
        }
    }

    @Command(
            name = "export",
            description = "Writes every entry as one line of JSON, for a verification elsewhere.",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {
        @Mixin
        private InstanceOptions instance = new InstanceOptions();

        @Parameters(paramLabel = "FILE", description = "A file that does not exist yet.")
        private Path file = Path.of("audit.jsonl");

        @Override
        public Integer call() {
            DataDirectory directory = existing(instance);
            try (Database database =
                    Database.reach(instance.configuration(directory).database(), directory)) {
                long entries = AuditVerifier.export(jdbi(database), file);
                System.out.println(entries + " entries written to " + file);
                return 0;
            } catch (FileAlreadyExistsException present) {
                throw new StoreException(file + " exists already; choose another name.", present);
            } catch (IOException unwritten) {
                throw unusable(unwritten);
            }
        }
    }

    private static Jdbi jdbi(Database database) {
        return Store.jdbi(database.access());
    }

    private static DataDirectory existing(InstanceOptions instance) {
        DataDirectory directory = instance.directory();
        if (!directory.holdsData()) {
            throw new StoreException("There is no instance in " + directory.root() + "; name one with --data DIR.");
        }
        return directory;
    }

    private static StoreException unusable(IOException fault) {
        return new StoreException("A file cannot be used: " + fault.getMessage(), fault);
    }
}
