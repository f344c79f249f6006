package org.vigie.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Under which name a data directory writes: random, kept in {@code DIR/audit/writer.id}, so that a restart continues the
 * same chain and replicas write different ones.
 */
final class WriterName {
    private static final String FILE = "writer.id";
    private static final int RANDOM_BYTES = 8;

    private WriterName() {}

    /** The name of this directory; made up and kept when there is none. */
    static String of(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        return Files.exists(file) ? Files.readString(file).strip() : renew(directory);
    }

    /** A new name, for a directory whose chain cannot be continued. */
    static String renew(Path directory) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String name = HexFormat.of().formatHex(random);
        Path fresh = directory.resolve(FILE + ".new");
        Files.writeString(fresh, name + "\n");
        Files.move(fresh, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return name;
    }
}
