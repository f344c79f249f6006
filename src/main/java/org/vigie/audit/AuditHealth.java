package org.vigie.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while exchanges would be refused; degraded, but ready, while checkpoints cannot be written. */
@Readiness
@Singleton
final class AuditHealth implements HealthCheck {
    private final AuditLog log;

    @Inject
    AuditHealth(AuditLog log) {
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        AuditLog.Health health = log.health();
        return HealthCheckResponse.named("audit")
                .status(health.recording())
                .withData("checkpoints", health.checkpointing() ? "written" : "degraded")
                .build();
    }
}
