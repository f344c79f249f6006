package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vigie.backup.Restore;
import org.vigie.configuration.ConfigurationException;
import org.vigie.configuration.ConfigurationFile;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.store.DataDirectory;
import org.vigie.store.DirectoryLock;
import org.vigie.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = {
            "Reads a backup into an empty instance, on the embedded database or on the one that the configuration"
                    + " names. The server must be stopped.",
            "The pass phrase comes from VIGIE_BACKUP_PASSPHRASE or is asked for."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Parameters(paramLabel = "FILE", description = "A file that backup wrote.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replaces what the instance holds.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Restore restore = Restore.verified(file, Passphrase.OF_BACKUP.ask());
        DataDirectory directory = instance.openDirectory(false);
        VigieConfiguration configuration = instance.configuration(directory);
        try (DirectoryLock _ = DirectoryLock.of(directory)) {
            if (directory.holdsData()) replace(directory);
            Path placed = Files.exists(instance.configurationFile(directory))
                    ? directory.root().resolve("vigie.yaml.restored")
                    : directory.configFile();
            Unfinished.mark(directory);
            try (Database database = Database.start(configuration.database(), directory)) {
                if (!force && Restore.inUse(database.access())) throw notEmpty("The database");
                restore.into(directory, placed, database.access());
            }
            Unfinished.clear(directory);
            System.out.println("Restored: the backup " + restore.description() + ".");
            keepOnlyUsableConfiguration(configuration, placed);
        }
        return 0;
    }

    private void replace(DataDirectory directory) throws IOException {
        if (!force) throw notEmpty("The data directory " + directory.root());
        for (Path old : List.of(directory.db(), directory.keys(), directory.audit())) deleteTree(old);
        for (String name : List.of("db.properties", "demo.json", ".demonstration")) {
            Files.deleteIfExists(directory.root().resolve(name));
        }
    }

    private static StoreException notEmpty(String what) {
        return new StoreException(what + " is not empty. Choose another one, or replace its content with --force.");
    }

    /** The backed-up file may name the database that the backup came from instead of the one that it went to. */
    private static void keepOnlyUsableConfiguration(VigieConfiguration used, Path placed) throws IOException {
        if (!Files.exists(placed) || placed.endsWith("vigie.yaml.restored")) {
            if (Files.exists(placed)) System.out.println("The backup's configuration is in " + placed + ".");
            return;
        }
        try {
            String url = ConfigurationFile.load(placed, true, System.getenv())
                    .database()
                    .url();
            if (url.equals(used.database().url())) return;
        } catch (ConfigurationException unusableHere) {
            System.err.println(unusableHere.getMessage());
        }
        Path aside = placed.resolveSibling("vigie.yaml.restored");
        Files.move(placed, aside, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        System.out.println("The backup's configuration does not fit here; it is in " + aside + ".");
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) return;
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
