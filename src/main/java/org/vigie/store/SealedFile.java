package org.vigie.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.vigie.kernel.Secret;

/**
 * One small file under a pass phrase: a mark, the key's header ({@link PassphraseKey}), what {@link Sealed} makes of the
 * content. Written beside and moved into place, so that a cut leaves the old one; readable by its owner alone.
 */
public final class SealedFile {
    private static final byte[] MAGIC = "VIGIE-SEALED-1\n".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final Secret passphrase;

    public SealedFile(Path file, Secret passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /** @throws StoreException when it is none of ours, was altered, or has another pass phrase */
    public byte[] read() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int header = MAGIC.length + PassphraseKey.HEADER_BYTES;
        if (bytes.length < header || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new StoreException(file + " is no file that Vigie sealed.");
        }
        PassphraseKey key = PassphraseKey.parse(Arrays.copyOfRange(bytes, MAGIC.length, header));
        try {
            return sealed(key).open(Arrays.copyOfRange(bytes, header, bytes.length), context(key));
        } catch (StoreException closed) {
            throw new StoreException(
                    file + " does not open: the pass phrase is another one, or it was altered.", closed);
        }
    }

    public void write(byte[] content) throws IOException {
        PassphraseKey key = PassphraseKey.fresh();
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(beside);
        }
        Files.write(beside, MAGIC);
        Files.write(beside, key.header(), StandardOpenOption.APPEND);
        Files.write(
                beside, sealed(key).seal(content, context(key)), StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Sealed sealed(PassphraseKey key) {
        return new Sealed(key.derive(passphrase).getEncoded());
    }

    /** The header is authenticated with the content. */
    private static String context(PassphraseKey key) {
        return new String(key.header(), StandardCharsets.ISO_8859_1);
    }
}
