package org.vigie.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code DIR/audit/checkpoints.jsonl}: only ever appended to, so that it can be made append-only for the system too
 * ({@code chattr +a}); a line that a crash left unfinished stays and is passed over.
 */
final class CheckpointFile {
    static final String NAME = "checkpoints.jsonl";
    static final String KEY_NAME = "signing.pub";

    /** Far more than a line, so that the last whole one is in it even behind an unfinished one. */
    private static final int TAIL_BYTES = 65_536;

    private final Path file;
    private final KeyPair keys;
    private @Nullable Checkpoint last;
    private boolean unfinished;

    private CheckpointFile(Path file, KeyPair keys) {
        this.file = file;
        this.keys = keys;
    }

    /** Opens or creates it and publishes the key beside it. */
    static CheckpointFile open(Path directory, KeyPair keys) throws IOException {
        CheckpointKey.publish(keys.getPublic(), directory.resolve(KEY_NAME));
        CheckpointFile opened = new CheckpointFile(directory.resolve(NAME), keys);
        opened.readTail();
        return opened;
    }

    Optional<Checkpoint> last() {
        return Optional.ofNullable(last);
    }

    /** On disk when it returns. */
    void append(Head head) throws IOException {
        Hash previous = last().map(line -> Hash.sha256(line.line())).orElse(Hash.NONE);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Checkpoint checkpoint = Checkpoint.sign(head, now, previous, keys.getPrivate());
        String line = (unfinished ? "\n" : "") + checkpoint.line() + "\n";
        // Until the line is known to be whole: a failure half way is then passed over like a crash.
        unfinished = true;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        unfinished = false;
        last = checkpoint;
    }

    private void readTail() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL_BYTES, reader.length())];
            reader.seek(reader.length() - tail.length);
            reader.readFully(tail);
            String text = new String(tail, StandardCharsets.US_ASCII);
            unfinished = !text.isEmpty() && !text.endsWith("\n");
            last = lastWhole(text.lines().toList());
        }
    }

    private static @Nullable Checkpoint lastWhole(List<String> lines) {
        return lines.reversed().stream()
                .flatMap(line -> Checkpoint.parse(line).stream())
                .findFirst()
                .orElse(null);
    }
}
