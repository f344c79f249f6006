package org.vigie.flow;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vigie.detection.Detector;
import org.vigie.detection.Vocabulary;
import org.vigie.opinion.SecondOpinion;
import org.vigie.shield.Shield;
import org.vigie.store.InstanceKeys;

/** The shield of this instance and its key. What the detector is taught, {@code dictionary} teaches it. */
@Singleton
final class ShieldBeans {
    @Produces
    @Singleton
    Detector detector() {
        return new Detector(Vocabulary.EMPTY);
    }

    @Produces
    @Singleton
    Shield shield(InstanceKeys keys, Detector detector, SecondOpinion opinion) {
        return new Shield(detector, opinion, keys.derive("shield/placeholders"));
    }
}
