package org.vigie.budget;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.kernel.Ids;
import org.vigie.kernel.ProblemException;
import org.vigie.metering.Alert;
import org.vigie.metering.Alerts;
import org.vigie.metering.Limit;
import org.vigie.metering.Limits;
import org.vigie.metering.Reservations;
import org.vigie.policy.Policy;
import org.vigie.policy.Rule;

/**
 * Compares what is spent with what is allowed, once a second on every replica: whichever sees a threshold first puts it on
 * record, and nobody does a second time.
 */
@Singleton
public final class AlertWatch {
    private static final Logger LOG = Logger.getLogger(AlertWatch.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int BEATS_PER_HOUR = 3_600;

    private final Policy policy;
    private final Reservations reservations;
    private final Alerts alerts;
    private final Subjects subjects;
    private final AuditLog audit;
    private volatile boolean running;

    @Inject
    AlertWatch(Policy policy, Reservations reservations, Alerts alerts, Subjects subjects, AuditLog audit) {
        this.policy = policy;
        this.reservations = reservations;
        this.alerts = alerts;
        this.subjects = subjects;
        this.audit = audit;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        Thread.ofVirtual().name("budget-alerts").start(this::beat);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
    }

    private void beat() {
        for (long beats = 0; running; beats++) {
            try {
                alerts.raise(inForce(), subjects::readers, this::record);
                alerts.refresh();
                if (beats % BEATS_PER_HOUR == 0) alerts.forgetPersons();
                Thread.sleep(BEAT);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (JdbiException | ProblemException unreachable) {
                LOG.debugf(
                        "Budgets cannot be watched now: %s",
                        unreachable.getClass().getName());
                if (!pause()) return;
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(BEAT);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of each subject and period the smallest, which alone can be reached. */
    private List<Limit> inForce() {
        Instant now = policy.now();
        List<Limit> decided = policy.snapshot()
                .effects(Rule.Kind.BUDGET)
                .filter(effect -> effect.validity().holds(now))
                .flatMap(effect -> Limits.decided(effect).stream())
                .toList();
        return Limits.together(reservations.written(), decided);
    }

    private void record(Alert alert) {
        audit.act(new Act(
                Ids.next(),
                policy.now(),
                Optional.empty(),
                "budget.threshold_reached",
                Optional.of(alert.subject().code()),
                Map.of(
                        "percent", Integer.toString(alert.percent()),
                        "period", alert.measure().unit(),
                        "decision", alert.decision())));
    }
}
