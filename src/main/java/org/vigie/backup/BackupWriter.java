package org.vigie.backup;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.DeflaterOutputStream;
import org.vigie.kernel.Secret;

/** Writes the parts of {@link Entry}, compressed, then encrypted. */
final class BackupWriter implements AutoCloseable {
    private final DataOutputStream out;

    BackupWriter(OutputStream file, Secret passphrase) throws IOException {
        this.out = new DataOutputStream(new BufferedOutputStream(
                new DeflaterOutputStream(new EncryptingStream(file, passphrase)), ChunkCipher.CHUNK_BYTES));
    }

    void manifest(Manifest manifest) throws IOException {
        out.writeByte(Entry.MANIFEST);
        out.writeUTF(manifest.text());
    }

    OutputStream file(Entry.File file) throws IOException {
        out.writeByte(Entry.FILE);
        out.writeUTF(file.path());
        return new BlockStream();
    }

    OutputStream table(Entry.Table table) throws IOException {
        out.writeByte(Entry.TABLE);
        out.writeUTF(table.name());
        out.writeUTF(table.columns());
        return new BlockStream();
    }

    void sequence(Entry.Sequence sequence) throws IOException {
        out.writeByte(Entry.SEQUENCE);
        out.writeUTF(sequence.name());
        out.writeLong(sequence.last());
        out.writeBoolean(sequence.called());
    }

    void end() throws IOException {
        out.writeByte(Entry.END);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Content of unknown length, in blocks. */
    private final class BlockStream extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) return;
            out.writeInt(length);
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.writeInt(0);
        }
    }
}
