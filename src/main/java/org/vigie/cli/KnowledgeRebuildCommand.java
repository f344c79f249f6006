package org.vigie.cli;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.vigie.knowledge.LibraryIndex;
import org.vigie.store.DataDirectory;
import org.vigie.store.DirectoryLock;
import org.vigie.store.Store;
import org.vigie.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the search index again from the database. */
@Command(
        name = "rebuild",
        description = {
            "Throws the search index away and makes it again from the database.",
            "The server must be stopped; where it only lacks its index, it makes it by itself."
        },
        mixinStandardHelpOptions = true)
final class KnowledgeRebuildCommand implements Callable<Integer> {
    private static final long EVERY_NANOS = 500_000_000;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    private long lastNanos = System.nanoTime();
    private long most;

    @Override
    public Integer call() {
        DataDirectory directory = instance.directory();
        if (!Files.isDirectory(directory.root()) || !directory.holdsData()) {
            throw new StoreException("There is no instance in " + directory.root() + ". Name it with --data DIR.");
        }
        if (DirectoryLock.held(directory)) {
            throw new StoreException("The server runs on " + directory.root() + ": stop it first.");
        }
        long begun = System.nanoTime();
        try (Database database =
                Database.start(instance.configuration(directory).database(), directory)) {
            LibraryIndex index = new LibraryIndex(Store.jdbi(database.access()), directory);
            try {
                index.rebuild(this::tell);
            } finally {
                index.close();
            }
        }
        System.out.printf("Index made: %d documents in %.1f s.%n", most, (System.nanoTime() - begun) / 1e9);
        return 0;
    }

    /** At most twice a second. */
    private void tell(long left) {
        most = Math.max(most, left);
        if (left > 0 && System.nanoTime() - lastNanos < EVERY_NANOS) return;
        lastNanos = System.nanoTime();
        System.err.printf("%d of %d documents%n", most - left, most);
    }
}
