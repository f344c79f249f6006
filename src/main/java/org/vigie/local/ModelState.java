package org.vigie.local;

import java.time.Duration;
import java.time.Instant;

/** How a local model is doing, for whoever runs Vigie. */
public sealed interface ModelState {
    /** It is being read; questions wait. */
    record Starting() implements ModelState {}

    /** @param loading how long it took from the start of its process */
    record Ready(Told.Ready model, Duration loading) implements ModelState {}

    /**
     * It does not answer; another attempt follows.
     *
     * @param detail what is wrong, in English and without content, for a log and for {@code doctor}
     */
    record Down(Instant since, String detail) implements ModelState {}

    record Stopped() implements ModelState {}
}
