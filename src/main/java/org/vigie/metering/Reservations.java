package org.vigie.metering;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.vigie.identity.Caller;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Redacted;
import org.vigie.metering.Allowance.Answer;
import org.vigie.metering.LeaseStore.Account;

/**
 * Holds a request's room within every limit before it is sent, and says no when there is none. Exact over all replicas of
 * one database: what they let through together is never more than a limit (docs/adr/0008). Makes no SQL but the leasing of
 * blocks, and one report a second of what is in use.
 */
@Singleton
public final class Reservations {
    private static final Logger LOG = Logger.getLogger(Reservations.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int BEATS_PER_SIGN_OF_LIFE = 5;

    private final Function<Caller, List<Limit>> limits;
    private final LeaseStore leases;
    private final LongSupplier nanos;
    private final Map<Account, Allowance> allowances = new ConcurrentHashMap<>();
    private final Map<Account, Limit> written = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile boolean alive;

    @Inject
    public Reservations(Limits limits, Jdbi jdbi) {
        this(limits::of, jdbi, System::nanoTime);
    }

    Reservations(Function<Caller, List<Limit>> limits, Jdbi jdbi, LongSupplier nanos) {
        this.limits = limits;
        this.leases = new LeaseStore(jdbi, Ids.next());
        this.nanos = nanos;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        signOfLife();
        Thread.ofVirtual().name("metering").start(this::beat);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        try {
            allowances.values().forEach(Allowance::close);
            leases.leave();
        } catch (JdbiException unreachable) {
            LOG.warn("What was leased of budgets could not be given back: it counts as spent");
        }
    }

    /**
     * Reserves what an attempt is expected to take, in all limits or in none.
     *
     * @param decided what decisions limit besides the configuration
     * @throws ProblemException {@link Problem.OverBudget}; {@link Problem.TooMany} when it is worth trying again;
     *     {@link Problem.Unavailable} when a block is needed and the database does not answer
     */
    public Reservation reserve(Caller caller, List<Limit> decided, Expense expected) {
        List<Limit> applicable = Limits.together(limits.apply(caller), decided);
        if (applicable.isEmpty()) return new Reservation(List.of());
        List<Reservation.Part> parts = new ArrayList<>(applicable.size());
        boolean whole = false;
        try {
            for (Limit limit : applicable) part(limit, expected).ifPresent(parts::add);
            whole = true;
            return new Reservation(parts);
        } catch (JdbiException unreachable) {
            throw new ProblemException(new Problem.Unavailable());
        } finally {
            if (!whole) new Reservation(parts).release();
        }
    }

    /** How a limit stands now, over all replicas. */
    public Standing standing(Limit limit) {
        return standings(List.of(limit)).getFirst();
    }

    /** How limits stand now, over all replicas, in the same order. */
    public List<Standing> standings(List<Limit> asked) {
        Map<Limit, Standing> used = new HashMap<>();
        leases.standings(asked).forEach(standing -> used.put(standing.limit(), standing));
        return asked.stream()
                .map(limit -> used.getOrDefault(limit, Standing.unused(limit)))
                .toList();
    }

    /** The budgets of the configuration file that requests of this replica have counted against. */
    public List<Limit> written() {
        return List.copyOf(written.values());
    }

    private Optional<Reservation.Part> part(Limit limit, Expense expected) {
        long need = expected.of(limit.measure());
        if (need == 0) return Optional.empty();
        if (!alive) signOfLife();
        Account key = new Account(limit.subject(), limit.measure());
        if (limit.measure().isBudget() && limit.isWritten()) written.put(key, limit);
        Allowance allowance = allowances.computeIfAbsent(key, account -> new Allowance(account, leases, nanos));
        return switch (allowance.take(limit.amount(), need)) {
            case Answer.Taken taken -> Optional.of(new Reservation.Part(allowance, limit.measure(), taken));
            case Answer.Refused refused -> throw new ProblemException(problem(limit, refused));
        };
    }

    /** A budget that others have merely reserved may be free again in a moment. */
    private static Problem problem(Limit limit, Answer.Refused refused) {
        if (!limit.measure().isBudget()) {
            boolean places = limit.measure() == Measure.CONCURRENCY;
            int seconds = places ? 1 : (int) Math.min(3_600, refused.secondsLeft());
            return new Problem.TooMany(seconds, limit.isWritten() ? "" : limit.decision());
        }
        if (!refused.usedUp()) return new Problem.TooMany(2);
        return new Problem.OverBudget(
                limit.subject().kind().code(),
                named(limit.subject()),
                limit.measure().unit(),
                refused.renews().orElse(Instant.EPOCH),
                limit.decision());
    }

    /** What the caller does not know by themselves. */
    private static String named(Subject subject) {
        return switch (subject.kind()) {
            case KEY, PERSON, ORG -> "";
            case TEAM, MISSION, USE_CASE -> subject.id();
        };
    }

    private void beat() {
        for (long beats = 1; running; beats++) {
            try {
                Thread.sleep(BEAT);
                if (beats % BEATS_PER_SIGN_OF_LIFE == 0 || !alive) signOfLife();
                tellAll();
                if (beats % BEATS_PER_SIGN_OF_LIFE == 0) leases.buryDead();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (JdbiException unreachable) {
                LOG.debugf(
                        "Limits cannot be reported now: %s",
                        unreachable.getClass().getName());
            } catch (RuntimeException fault) {
                // What it needs may be gone while we stop; else the next beat tries again: a silent replica counts as
                // dead.
                if (running) LOG.errorf("Limits are not reported: %s", Redacted.describe(fault));
            }
        }
    }

    /** What the beat of one second does; also for tests, which make their own time. */
    void tellAll() {
        allowances.values().forEach(Allowance::report);
    }

    /** One thread at a time: a replica that was thought dead loses its blocks once. */
    synchronized void signOfLife() {
        boolean known = leases.live();
        allowances.values().forEach(allowance -> allowance.heard(known));
        alive = true;
    }

    void buryDead() {
        leases.buryDead();
    }
}
