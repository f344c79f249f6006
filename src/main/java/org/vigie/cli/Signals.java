package org.vigie.cli;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * SIGTERM and Ctrl-C end the server as a success. Left to the JVM they would end it with 143 and 130, and the database
 * would be stopped by the kernel instead of by us.
 */
final class Signals {
    private static final CountDownLatch SERVING = new CountDownLatch(1);

    private final AtomicBoolean asked = new AtomicBoolean();

    private Signals() {}

    static Signals install() {
        Signals signals = new Signals();
        if (StartCommand.inDevelopment()) return signals;
        for (String name : new String[] {"TERM", "INT"}) Signal.handle(new Signal(name), _ -> signals.stop());
        return signals;
    }

    /** From now on there is a server to stop. */
    static void serving() {
        SERVING.countDown();
    }

    static void awaitServing() throws InterruptedException {
        SERVING.await();
    }

    boolean asked() {
        return asked.get();
    }

    private void stop() {
        asked.set(true);
        if (SERVING.getCount() == 0) Quarkus.asyncExit(0);
        else System.exit(0);
    }
}
