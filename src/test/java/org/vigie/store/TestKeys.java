package org.vigie.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Keys of an instance that nobody else has. */
public final class TestKeys {
    private TestKeys() {}

    public static InstanceKeys fresh() {
        try {
            return InstanceKeys.open(DataDirectory.open(Files.createTempDirectory("vigie-keys")));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
