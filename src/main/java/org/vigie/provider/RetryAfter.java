package org.vigie.provider;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a provider wants to be asked again: {@code retry-after} in seconds or as a date (RFC 9110, 10.2.3), or the finer
 * {@code retry-after-ms} of OpenAI and Azure. What cannot be read is as if it were not there.
 */
final class RetryAfter {
    /** A provider that asks for more is tried again all the same: it may have meant something else. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private RetryAfter() {}

    static Optional<Duration> of(MultiMap headers, Instant now) {
        return number(headers.get("retry-after-ms"))
                .map(Duration::ofMillis)
                .or(() -> number(headers.get("retry-after")).map(Duration::ofSeconds))
                .or(() -> date(headers.get("retry-after"), now))
                .map(RetryAfter::bounded);
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) return Duration.ZERO;
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Optional<Long> number(@Nullable String text) {
        if (text == null) return Optional.empty();
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isNaN(value) ? Optional.empty() : Optional.of((long) Math.ceil(Math.min(value, 1e9)));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(@Nullable String text, Instant now) {
        if (text == null) return Optional.empty();
        try {
            return Optional.of(
                    Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
