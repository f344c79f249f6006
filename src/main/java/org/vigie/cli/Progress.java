package org.vigie.cli;

import java.nio.file.Path;

/** Says on standard error how far a long work has come: one line, rewritten, and only where somebody looks. */
final class Progress implements AutoCloseable {
    private static final long EVERY_NANOS = 100_000_000;

    private final int total;
    private final boolean shown = System.console() != null && System.console().isTerminal();
    private int done;
    private long lastNanos = System.nanoTime();

    Progress(int total) {
        this.total = total;
    }

    void next(Path file) {
        done++;
        if (!shown || System.nanoTime() - lastNanos < EVERY_NANOS) return;
        lastNanos = System.nanoTime();
        System.err.printf("\r\u001B[K%d/%d %s", done, total, file.getFileName());
    }

    @Override
    public void close() {
        if (shown) System.err.print("\r\u001B[K");
    }
}
