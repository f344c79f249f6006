package org.vigie.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.vigie.kernel.Secret;

/** Reads what {@link BackupWriter} wrote and gives each part to a {@link Receiver}. */
final class BackupReader implements AutoCloseable {
    private static final int LARGEST_BLOCK = 64 << 20;

    private final DecryptingStream decrypted;
    private final DataInputStream in;

    BackupReader(InputStream file, Secret passphrase) throws IOException {
        this.decrypted = new DecryptingStream(new BufferedInputStream(file, ChunkCipher.CHUNK_BYTES), passphrase);
        this.in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(decrypted), ChunkCipher.CHUNK_BYTES));
    }

    /** Who takes the parts. A content that it does not read is skipped. */
    interface Receiver {
        void file(Entry.File file, InputStream content) throws IOException;

        void table(Entry.Table table, InputStream rows) throws IOException;

        void sequence(Entry.Sequence sequence) throws IOException;
    }

    Manifest manifest() throws IOException {
        if (in.readByte() != Entry.MANIFEST) throw damaged();
        return Manifest.parse(in.readUTF());
    }

    /** Reads to the end, which proves that nothing is missing. */
    void read(Receiver receiver) throws IOException {
        try {
            for (byte kind = in.readByte(); kind != Entry.END; kind = in.readByte()) part(kind, receiver);
            if (in.read() >= 0 || decrypted.read() >= 0) throw damaged();
        } catch (EOFException | ZipException broken) {
            throw new BackupException("The file is cut short or was altered.", broken);
        }
    }

    private void part(byte kind, Receiver receiver) throws IOException {
        switch (kind) {
            case Entry.FILE -> {
                Entry.File file = new Entry.File(in.readUTF());
                try (InputStream content = new BlockStream()) {
                    receiver.file(file, content);
                }
            }
            case Entry.TABLE -> {
                Entry.Table table = new Entry.Table(in.readUTF(), in.readUTF());
                try (InputStream rows = new BlockStream()) {
                    receiver.table(table, rows);
                }
            }
            case Entry.SEQUENCE -> receiver.sequence(new Entry.Sequence(in.readUTF(), in.readLong(), in.readBoolean()));
            default -> throw damaged();
        }
    }

    private static BackupException damaged() {
        return new BackupException("The file is not a backup that this Vigie can read.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** One content; closing it skips what was not read. */
    private final class BlockStream extends InputStream {
        private int left;
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0 && !nextBlock()) return -1;
            int given = in.read(bytes, offset, Math.min(length, left));
            if (given < 0) throw new EOFException();
            left -= given;
            return given;
        }

        private boolean nextBlock() throws IOException {
            if (ended) return false;
            left = in.readInt();
            if (left < 0 || left > LARGEST_BLOCK) throw damaged();
            ended = left == 0;
            return !ended;
        }

        @Override
        public void close() throws IOException {
            byte[] discarded = new byte[8192];
            while (read(discarded, 0, discarded.length) >= 0) continue;
        }
    }
}
