package org.vigie.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vigie.kernel.Wording;

/** Why what somebody had, or is to have, does not hold now. Days are those of Paris. */
final class OutOfTime {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter FRENCH_MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private OutOfTime() {}

    /** @param validity of a membership that does not hold */
    static Wording ofMission(Validity validity, Instant now) {
        if (validity.isOver(now)) {
            Instant last = validity.until().orElseThrow().minusNanos(1);
            return new Wording(
                    "La mission a pris fin le " + french(last) + ".", "The mission ended on " + english(last) + ".");
        }
        Instant first = validity.from().orElseThrow();
        return new Wording(
                "La mission commence le " + french(first) + ".", "The mission begins on " + english(first) + ".");
    }

    private static String french(Instant moment) {
        ZonedDateTime day = moment.atZone(ZONE);
        return (day.getDayOfMonth() == 1 ? "1er " : day.getDayOfMonth() + " ") + day.format(FRENCH_MONTH);
    }

    private static String english(Instant moment) {
        return moment.atZone(ZONE).format(ENGLISH);
    }
}
