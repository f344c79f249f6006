package org.vigie.opinion;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vigie.configuration.VigieConfiguration;

@Singleton
final class OpinionBeans {
    /** At the start: nobody's first question waits for a model to be read. */
    @Produces
    @Singleton
    @Startup
    SecondOpinion opinion(VigieConfiguration configuration) {
        return SecondOpinion.start(configuration.shield().secondOpinion());
    }

    void close(@Disposes SecondOpinion opinion) {
        opinion.close();
    }
}
