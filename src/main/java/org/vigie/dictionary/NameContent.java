package org.vigie.dictionary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.vigie.store.Sealed;

/** Names as the database has them: deflated lines, and sealed where they are people's of the organisation. */
final class NameContent {
    private static final String CONTEXT = "dictionary/name_list/staff";

    private final Sealed seal;

    /** @param key 32 bytes */
    NameContent(byte[] key) {
        this.seal = new Sealed(key);
    }

    byte[] pack(NameKind kind, List<String> lines) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            for (String line : lines) out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return kind == NameKind.STAFF ? seal.seal(packed.toByteArray(), CONTEXT) : packed.toByteArray();
    }

    List<String> unpack(NameKind kind, byte[] kept) {
        byte[] packed = kind == NameKind.STAFF ? seal.open(kept, CONTEXT) : kept;
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
