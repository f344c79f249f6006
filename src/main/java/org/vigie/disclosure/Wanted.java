package org.vigie.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.vigie.metering.Meter;

/**
 * What is asked for.
 *
 * @param about whose traces
 * @param from the first day, of Paris
 * @param to the last day, included
 * @param reason that the person concerned will read
 * @param incident the code of the incident that it belongs to
 * @param days how long access lasts once both keys are given
 */
record Wanted(
        UUID about,
        LocalDate from,
        LocalDate to,
        Category category,
        String reason,
        Optional<String> incident,
        int days) {
    static final int LONGEST_PERIOD_DAYS = 31;
    static final int SHORTEST_REASON = 30;
    static final int LONGEST_REASON = 2_000;
    static final int LONGEST_ACCESS_DAYS = 7;

    Wanted {
        reason = reason.strip();
    }

    /** All that is wrong with it by itself. */
    EnumSet<Fault> faults(LocalDate today) {
        EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
        if (to.isBefore(from) || to.isAfter(today)) faults.add(Fault.PERIOD_INVALID);
        else if (from.plusDays(LONGEST_PERIOD_DAYS - 1).isBefore(to)) faults.add(Fault.PERIOD_TOO_LONG);
        if (reason.length() < SHORTEST_REASON) faults.add(Fault.REASON_TOO_SHORT);
        if (reason.length() > LONGEST_REASON) faults.add(Fault.REASON_TOO_LONG);
        if (days < 1 || days > LONGEST_ACCESS_DAYS) faults.add(Fault.DAYS_INVALID);
        return faults;
    }

    Instant begin() {
        return from.atStartOfDay(Meter.ZONE).toInstant();
    }

    /** Of the last day. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(Meter.ZONE).toInstant();
    }
}
