package org.vigie.flow;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.vigie.detection.Detector;
import org.vigie.detection.StaffDirectory;
import org.vigie.detection.StaffName;
import org.vigie.identity.Directory;
import org.vigie.shield.Shield;
import org.vigie.store.InstanceKeys;

/** The shield of this instance: its key, and its people, whose names it knows. The shield itself knows neither. */
@Singleton
final class ShieldBeans {
    @Produces
    @Singleton
    Detector detector(Directory directory) {
        Detector detector = new Detector(StaffDirectory.EMPTY);
        directory.listen(names -> detector.replaceDirectory(staff(names)));
        return detector;
    }

    @Produces
    @Singleton
    Shield shield(InstanceKeys keys, Detector detector) {
        return new Shield(detector, keys.derive("shield/placeholders"));
    }

    private static StaffDirectory staff(Set<String> names) {
        return StaffDirectory.of(names.stream().map(StaffName::of).toList());
    }
}
