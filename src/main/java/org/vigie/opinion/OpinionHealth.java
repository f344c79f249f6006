package org.vigie.opinion;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Always ready: the shield does not depend on it. Supervision sees here that it is degraded. */
@Readiness
@Singleton
final class OpinionHealth implements HealthCheck {
    private final SecondOpinion opinion;

    @Inject
    OpinionHealth(SecondOpinion opinion) {
        this.opinion = opinion;
    }

    @Override
    public HealthCheckResponse call() {
        String state = switch (opinion.state()) {
            case OpinionState.Off _ -> "off";
            case OpinionState.Loading _ -> "loading";
            case OpinionState.Ready _ -> "ready";
            case OpinionState.Degraded _ -> "degraded";
        };
        return HealthCheckResponse.named("second-opinion")
                .up()
                .withData("state", state)
                .build();
    }
}
