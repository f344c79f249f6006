package org.vigie.local;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Always ready: the gateway serves other targets meanwhile. Supervision sees here which model does not answer. */
@Readiness
@Singleton
final class LocalHealth implements HealthCheck {
    private final LocalModels models;

    @Inject
    LocalHealth(LocalModels models) {
        this.models = models;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("local-models").up();
        models.all()
                .forEach((provider, model) -> response.withData(
                        provider,
                        switch (model.state()) {
                            case ModelState.Starting _ -> "starting";
                            case ModelState.Ready _ -> "ready";
                            case ModelState.Down _ -> "down";
                            case ModelState.Stopped _ -> "stopped";
                        }));
        return response.build();
    }
}
