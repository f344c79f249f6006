package org.vigie.traffic;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.vigie.kernel.Redacted;

/**
 * Counts what passes. Sums wait in memory for at most {@value #FLUSH_SECONDS} seconds before they are added to the
 * database's; a process that is killed loses those of its last seconds here, and none in the audit.
 */
@Singleton
public final class Traffic {
    private static final Logger LOG = Logger.getLogger(Traffic.class);
    private static final int FLUSH_SECONDS = 10;

    private final Meters meters;
    private final TrafficStore store;
    private final LastHour lastHour = new LastHour();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("traffic").factory());

    private Map<HourLine, Sums> waiting = new HashMap<>();

    /** Sums of one hour. */
    record HourLine(Instant hour, Line line) {}

    @Inject
    Traffic(Meters meters, Jdbi jdbi) {
        this.meters = meters;
        this.store = new TrafficStore(jdbi);
        clock.scheduleWithFixedDelay(this::flush, FLUSH_SECONDS, FLUSH_SECONDS, TimeUnit.SECONDS);
    }

    /** Never throws and never waits for the database. */
    public void passed(Passage passage) {
        try {
            meters.count(passage);
            lastHour.add(passage);
            HourLine key = new HourLine(passage.at().truncatedTo(ChronoUnit.HOURS), Line.of(passage));
            synchronized (this) {
                waiting.merge(key, Sums.of(passage), Sums::plus);
            }
        } catch (RuntimeException uncounted) {
            LOG.warn("an exchange was not counted: " + Redacted.describe(uncounted));
        }
    }

    /** What cannot be written now waits for the next time: lines are as few as models and outcomes. */
    private void flush() {
        Map<HourLine, Sums> taken = take();
        if (taken.isEmpty()) return;
        try {
            store.add(taken);
        } catch (RuntimeException databaseAway) {
            putBack(taken);
        }
    }

    private synchronized Map<HourLine, Sums> take() {
        Map<HourLine, Sums> taken = waiting;
        waiting = new HashMap<>();
        return taken;
    }

    private synchronized void putBack(Map<HourLine, Sums> taken) {
        taken.forEach((key, sums) -> waiting.merge(key, sums, Sums::plus));
    }

    List<LastHour.Minute> lastHour(Instant now) {
        return lastHour.minutes(now);
    }

    long percentileMillis(double share) {
        return lastHour.percentileMillis(share);
    }

    /** The sums of a time until now, those that still wait included. */
    Map<Line, Sums> since(Duration period, Instant now) {
        flush();
        return store.since(now.minus(period));
    }

    /**
     * What went to one target.
     *
     * @param target {@code provider/model}
     * @param tokens read and written
     */
    public record TargetUse(String target, long exchanges, long tokens, long costMicroEuros) {
        private TargetUse plus(TargetUse other) {
            return new TargetUse(
                    target, exchanges + other.exchanges, tokens + other.tokens, costMicroEuros + other.costMicroEuros);
        }
    }

    /** What was really sent to each target in a time until now; in no order. */
    public List<TargetUse> byTarget(Duration period, Instant now) {
        Map<String, TargetUse> uses = new HashMap<>();
        since(period, now).forEach((line, sums) -> {
            if (line.target().isEmpty()) return;
            TargetUse use = new TargetUse(
                    line.target(), sums.exchanges(), sums.inputTokens() + sums.outputTokens(), sums.costMicroEuros());
            uses.merge(line.target(), use, TargetUse::plus);
        });
        return List.copyOf(uses.values());
    }

    @PreDestroy
    void stop() {
        clock.shutdown();
        flush();
    }
}
