package org.vigie.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks a checkpoint file by itself (signatures, links, counts that only grow), then gives the sound lines of one
 * writer after the other. Reads the file again for each writer instead of keeping it; what is appended after the first
 * reading is not seen, since the database may be read at an earlier moment.
 */
final class CheckpointReader implements AutoCloseable {
    private final Path file;
    private final PublicKey key;
    private final BitSet sound = new BitSet();
    private final Map<String, Checkpoint> lastOf = new HashMap<>();
    private Optional<Checkpoint> last = Optional.empty();
    private Optional<Stream<String>> reading = Optional.empty();

    private CheckpointReader(Path file, PublicKey key) {
        this.file = file;
        this.key = key;
    }

    static CheckpointReader check(Path file, Faults faults) throws IOException {
        CheckpointReader reader =
                new CheckpointReader(file, CheckpointKey.read(file.resolveSibling(CheckpointFile.KEY_NAME)));
        reader.checkLines(faults);
        return reader;
    }

    /** How many lines are sound. */
    long count() {
        return sound.cardinality();
    }

    Optional<Checkpoint> last() {
        return last;
    }

    /** The last sound one of each writer. */
    Map<String, Checkpoint> lastOf() {
        return Map.copyOf(lastOf);
    }

    String keyFingerprint() {
        return CheckpointKey.fingerprint(key);
    }

    /** The sound checkpoints of a writer, in order; ends the reading of the writer before. */
    Iterator<Checkpoint> of(String writer) {
        close();
        int[] number = new int[1];
        Stream<String> lines = lines();
        reading = Optional.of(lines);
        return lines.limit(sound.length())
                .filter(_ -> sound.get(number[0]++))
                .flatMap(line -> Checkpoint.parse(line).stream())
                .filter(checkpoint -> checkpoint.writer().equals(writer))
                .iterator();
    }

    @Override
    public void close() {
        reading.ifPresent(Stream::close);
    }

    private Stream<String> lines() {
        try {
            return Files.lines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void checkLines(Faults faults) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int index = number++;
                // A line that does not parse was left unfinished by a crash, or altered: then the next one's link says
                // so.
                Checkpoint.parse(line).ifPresent(checkpoint -> check(checkpoint, index, faults));
            }
        }
    }

    private void check(Checkpoint checkpoint, int index, Faults faults) {
        String place = file.getFileName() + ", line " + (index + 1);
        Hash expected = last.map(line -> Hash.sha256(line.line())).orElse(Hash.NONE);
        last = Optional.of(checkpoint);
        if (!checkpoint.signedBy(key)) {
            faults.add(new Fault(place, "is forged: the signature is not of this key"));
            return;
        }
        if (!checkpoint.previous().equals(expected)) {
            faults.add(new Fault(place, "does not continue the line before: a line was removed, altered or moved"));
        }
        Checkpoint former = lastOf.get(checkpoint.writer());
        if (former != null && former.count() > checkpoint.count()) {
            faults.add(new Fault(place, "covers less than an earlier checkpoint of writer " + checkpoint.writer()));
            return;
        }
        lastOf.put(checkpoint.writer(), checkpoint);
        sound.set(index);
    }
}
