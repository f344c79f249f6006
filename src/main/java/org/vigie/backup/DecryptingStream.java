package org.vigie.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.vigie.kernel.Secret;
import org.vigie.store.PassphraseKey;

/**
 * Gives the plain text chunk by chunk, each only after it was authenticated. The end is reached only after the last
 * chunk proved to be the last; whoever stops earlier has not proved anything about the rest.
 */
final class DecryptingStream extends InputStream {
    private static final int SEALED_BYTES = ChunkCipher.CHUNK_BYTES + ChunkCipher.TAG_BYTES;

    private final InputStream in;
    private final ChunkCipher cipher;
    private byte[] ahead;
    private byte[] plain = new byte[0];
    private int position;
    private boolean first = true;
    private boolean ended;

    DecryptingStream(InputStream in, Secret passphrase) throws IOException {
        this.in = in;
        if (!Arrays.equals(in.readNBytes(ChunkCipher.MAGIC.length), ChunkCipher.MAGIC)) {
            throw new BackupException("The file is not a Vigie backup.");
        }
        byte[] header = in.readNBytes(PassphraseKey.HEADER_BYTES);
        if (header.length < PassphraseKey.HEADER_BYTES) throw cutShort();
        this.cipher = new ChunkCipher(PassphraseKey.parse(header).derive(passphrase), header);
        this.ahead = in.readNBytes(SEALED_BYTES);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) return 0;
        while (position == plain.length) {
            if (ended) return -1;
            next();
        }
        int given = Math.min(length, plain.length - position);
        System.arraycopy(plain, position, bytes, offset, given);
        position += given;
        return given;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void next() throws IOException {
        byte[] sealed = ahead;
        ahead = in.readNBytes(SEALED_BYTES);
        boolean last = ahead.length == 0;
        if (sealed.length < ChunkCipher.TAG_BYTES) throw cutShort();
        try {
            plain = cipher.open(sealed, sealed.length, last);
        } catch (GeneralSecurityException refused) {
            throw first && !last
                    ? new BackupException("The pass phrase is wrong, or the file was altered.", refused)
                    : first
                            ? new BackupException(
                                    "The pass phrase is wrong, or the file was altered or cut short.", refused)
                            : new BackupException("The file is cut short or was altered.", refused);
        }
        first = false;
        position = 0;
        ended = last;
    }

    private static BackupException cutShort() {
        return new BackupException("The file is cut short.");
    }
}
