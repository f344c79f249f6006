package org.vigie.assessment;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.vigie.kernel.Redacted;

/** Looks every minute whether an approval is to be decided again: a date has come, or the kill switch was pulled. */
@Singleton
final class Renewals {
    private static final Logger LOG = Logger.getLogger(Renewals.class);
    private static final int BETWEEN_SECONDS = 60;

    private final Assessments assessments;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("provider-renewals").factory());

    @Inject
    Renewals(Assessments assessments) {
        this.assessments = assessments;
    }

    void start(@Observes StartupEvent started) {
        timer.scheduleWithFixedDelay(this::review, BETWEEN_SECONDS / 2, BETWEEN_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    private void review() {
        try {
            assessments.review();
        } catch (RuntimeException untilNextTime) {
            LOG.warnf("Approvals are not reviewed this time: %s", Redacted.describe(untilNextTime));
        }
    }
}
