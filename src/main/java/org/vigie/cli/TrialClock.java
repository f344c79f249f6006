package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.vigie.store.DataDirectory;
import org.vigie.store.StoreException;

/**
 * The machine's time, ahead by what a file says, for trials of what happens at a date. It only ever goes forward, and a
 * data directory that was once run by it is never run without it, nor one that was run without it by it.
 */
final class TrialClock extends Clock {
    private static final String MARKER = ".trial-clock";
    private static final long READ_EVERY_NANOS = 20_000_000;

    private final Path file;
    private volatile Duration ahead;
    private volatile long readAt;

    private TrialClock(Path file) {
        this.file = file;
        this.ahead = Duration.ZERO;
        this.readAt = System.nanoTime() - READ_EVERY_NANOS;
    }

    /** @throws StoreException where the directory holds something else than a trial, or the file says no duration */
    static TrialClock of(Path file, DataDirectory directory) {
        Path marker = directory.root().resolve(MARKER);
        if (!Files.exists(marker) && directory.holdsData()) {
            throw new StoreException("The data directory " + directory.root()
                    + " holds something else than a trial. Choose an empty one with --data DIR.");
        }
        TrialClock clock = new TrialClock(file);
        try {
            clock.read();
            if (!Files.exists(marker)) Files.createFile(marker);
        } catch (IOException | DateTimeException unreadable) {
            throw new StoreException(
                    file + " must say by how much time is ahead, as PT24H (" + unreadable.getMessage() + ").",
                    unreadable);
        }
        return clock;
    }

    /** @throws StoreException where the directory was run by a clock of this kind */
    static void refuse(DataDirectory directory) {
        if (!Files.exists(directory.root().resolve(MARKER))) return;
        throw new StoreException("The data directory " + directory.root()
                + " is a trial with a clock of its own. Start it with --trial-clock, or choose another directory with"
                + " --data DIR.");
    }

    private void read() throws IOException {
        Duration said = Duration.parse(Files.readString(file).strip());
        if (said.compareTo(ahead) > 0) ahead = said;
    }

    @Override
    public Instant instant() {
        if (System.nanoTime() - readAt > READ_EVERY_NANOS) {
            readAt = System.nanoTime();
            try {
                read();
            } catch (IOException | DateTimeException halfWritten) {
                // What it said before stands; the next look finds it whole.
                return Instant.now().plus(ahead);
            }
        }
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only moments are asked of it");
    }
}
