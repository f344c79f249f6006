package org.vigie.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * That an approval is to be looked at again, and why.
 *
 * @param about the new terms' hash, the certification, or the decision that suspends it; empty where it is near its end
 * @param lastDay after it nothing goes to the provider any more, unless it is decided again; in Paris
 */
public record Reopening(UUID assessment, Cause cause, String about, Instant at, LocalDate lastDay) {
    /** What is left for a new decision where the approval itself would have lasted. */
    static final int DELAY_DAYS = 30;

    /** What reopens an approval. */
    public enum Cause {
        TERMS,
        CERTIFICATION,
        /** The kill switch holds the provider or one of its models. */
        INCIDENT,
        EXPIRY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isSame(Reopening other) {
        return cause == other.cause && about.equals(other.about);
    }

    /** The nearest of the days after which an approval ends. */
    static Optional<LocalDate> lastDay(Optional<LocalDate> approved, List<Reopening> reopenings) {
        return approved.map(day -> reopenings.stream()
                .map(Reopening::lastDay)
                .reduce(day, (one, other) -> other.isBefore(one) ? other : one));
    }
}
