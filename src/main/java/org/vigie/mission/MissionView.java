package org.vigie.mission;

import java.time.Instant;
import java.util.List;
import org.vigie.kernel.Language;

/**
 * A mission as its pages show it.
 *
 * @param start the first day, in words
 * @param inForce how far its contents may go now, the strictest first
 */
record MissionView(Mission mission, String start, String end, List<Reach> inForce, Phase phase) {
    /** What counts of a mission's state and of today, for who works in it. */
    public enum Phase {
        COMING,
        RUNNING,
        OVER,
        CLOSED
    }

    static MissionView of(Mission mission, Language language, Instant now) {
        MissionWords words = new MissionWords(language);
        return new MissionView(
                mission,
                words.date(mission.start()),
                words.date(mission.end()),
                mission.inForce(),
                phase(mission, now));
    }

    private static Phase phase(Mission mission, Instant now) {
        if (mission.isClosed()) return Phase.CLOSED;
        if (mission.isRunning(now)) return Phase.RUNNING;
        return now.isBefore(mission.start().atStartOfDay(Mission.ZONE).toInstant()) ? Phase.COMING : Phase.OVER;
    }

    public Reach strictest() {
        return inForce.getFirst();
    }
}
