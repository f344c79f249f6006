package org.vigie.incident;

import java.util.Optional;
import java.util.stream.Stream;

/** How bad it is: S1 is the worst. */
public enum Severity {
    S1,
    S2,
    S3,
    S4;

    /** Whether the kill switch is proposed. */
    public boolean callsForContainment() {
        return this == S1 || this == S2;
    }

    static Optional<Severity> find(String name) {
        return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
