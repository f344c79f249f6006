package org.vigie.mission;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Missions as rows, for the tests of modules that keep something for them. */
public final class MissionFixture {
    private MissionFixture() {}

    /** One that nobody has framed yet, begun a year before its last day. */
    public static void insert(Jdbi jdbi, String code, LocalDate end) {
        Mission mission = Mission.begin(code, "Nom", "Client", UUID.randomUUID(), end.minusYears(1), end)
                .by("D-2026-001");
        jdbi.useTransaction(handle -> new MissionStore(handle)
                .insert(mission, end.minusYears(1).atStartOfDay(Mission.ZONE).toInstant()));
    }
}
