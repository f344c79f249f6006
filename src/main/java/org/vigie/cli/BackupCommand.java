package org.vigie.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.backup.Backup;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.kernel.Secret;
import org.vigie.store.DataDirectory;
import org.vigie.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = {
            "Writes the whole instance (database, keys, configuration, audit checkpoints) to one encrypted file,"
                    + " while the server runs or not.",
            "The pass phrase comes from VIGIE_BACKUP_PASSPHRASE or is asked for."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Parameters(paramLabel = "FILE", description = "The backup; replaced when the new one is complete.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws java.io.IOException {
        DataDirectory directory = instance.directory();
        if (!Files.isDirectory(directory.root()) || !directory.holdsData()) {
            throw new StoreException("There is no instance in " + directory.root() + ". Name it with --data DIR.");
        }
        VigieConfiguration configuration = instance.configuration(directory);
        Secret passphrase = Passphrase.OF_BACKUP.choose();
        try (Database database = Database.reach(configuration.database(), directory)) {
            new Backup(directory, instance.configurationFile(directory), database.access(), Version.text())
                    .writeTo(file.toAbsolutePath(), passphrase);
        }
        System.out.println("Backup written: " + file + " (" + Files.size(file) / 1024 + " KiB). Keep its pass phrase:"
                + " nothing else opens it.");
        return 0;
    }
}
