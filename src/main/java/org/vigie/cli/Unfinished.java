package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.store.DataDirectory;
import org.vigie.store.StoreException;

/** Marks a data directory whose restoration has not ended, so that nobody starts on half of an instance. */
final class Unfinished {
    private Unfinished() {}

    static void mark(DataDirectory directory) throws IOException {
        if (!Files.exists(marker(directory))) Files.createFile(marker(directory));
    }

    static void clear(DataDirectory directory) throws IOException {
        Files.deleteIfExists(marker(directory));
    }

    static void refuse(DataDirectory directory) {
        if (Files.exists(marker(directory))) {
            throw new StoreException("A restoration into " + directory.root()
                    + " was cut short. Run it again: vigie restore FILE --force.");
        }
    }

    private static Path marker(DataDirectory directory) {
        return directory.root().resolve(".restoring");
    }
}
