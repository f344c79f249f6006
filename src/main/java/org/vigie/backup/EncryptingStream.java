package org.vigie.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import org.vigie.kernel.Secret;
import org.vigie.store.PassphraseKey;

/** Writes what {@link DecryptingStream} reads. Without {@link #close} the file has no last chunk and does not open. */
final class EncryptingStream extends OutputStream {
    private final OutputStream out;
    private final ChunkCipher cipher;
    private final byte[] chunk = new byte[ChunkCipher.CHUNK_BYTES];
    private int filled;
    private boolean closed;

    EncryptingStream(OutputStream out, Secret passphrase) throws IOException {
        PassphraseKey key = PassphraseKey.fresh();
        this.out = out;
        this.cipher = new ChunkCipher(key.derive(passphrase), key.header());
        out.write(ChunkCipher.MAGIC);
        out.write(key.header());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == chunk.length) flushChunk(false);
            int taken = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, from, chunk, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) return;
        closed = true;
        flushChunk(true);
        out.close();
    }

    private void flushChunk(boolean last) throws IOException {
        try {
            out.write(cipher.seal(chunk, filled, last));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        filled = 0;
    }
}
