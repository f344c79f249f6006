package org.vigie.charter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.vigie.metering.Meter;

/**
 * A version that is or was in force.
 *
 * @param askedFrom from when whoever has not signed is limited
 * @param decision the number of the one that published it
 * @param endedAt when it was replaced or withdrawn
 * @param reminders days from {@code askedFrom}, below 0 before it, on which whoever has not signed is reminded
 * @param allowance what whoever has not signed may still send after {@code askedFrom}
 */
record Published(
        UUID id,
        State state,
        VersionNumber number,
        CharterText text,
        Instant at,
        Instant askedFrom,
        String decision,
        Optional<Instant> endedAt,
        SortedSet<Integer> reminders,
        Allowance allowance) {

    /** What has become of it. */
    enum State {
        PUBLISHED,
        REPLACED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The newest reminder that is due; empty before the first. */
    Optional<Integer> reminderAt(Instant now) {
        return reminders.reversed().stream()
                .filter(day -> !askedFrom.plus(Duration.ofDays(day)).isAfter(now))
                .findFirst();
    }

    /** What is promised by signing. */
    String statement() {
        return text.statement().replace("{version}", number.toString()).replace("{date}", day());
    }

    /** In French, in Paris: {@code 3 mars 2026}. */
    private String day() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.FRENCH)
                .withZone(Meter.ZONE)
                .format(at);
    }

    /** The very text that somebody of this audience reads and signs; the same for ever. */
    String asRead(Audience audience) {
        StringBuilder read = new StringBuilder();
        read.append(text.title()).append('\n');
        read.append(Charter.CODE)
                .append(", version ")
                .append(number)
                .append(", ")
                .append(day());
        read.append(", décision ").append(decision).append("\n");
        for (CharterText.Article article : text.read()) {
            read.append('\n')
                    .append(article.number())
                    .append(". ")
                    .append(article.title())
                    .append("\n\n");
            for (CharterText.Block block : article.blocks()) {
                block.lines()
                        .forEach(line -> read.append(block.list() ? "- " : "")
                                .append(line)
                                .append('\n'));
            }
        }
        CharterText.Advice advice = text.adviceFor(audience);
        read.append('\n').append(audience.french()).append("\n");
        list(read, "À faire", advice.dos());
        list(read, "À ne pas faire", advice.donts());
        return read.append('\n').append(statement()).append('\n').toString();
    }

    private static void list(StringBuilder read, String heading, List<String> lines) {
        read.append('\n').append(heading).append('\n');
        lines.forEach(line -> read.append("- ").append(line).append('\n'));
    }

    /** SHA-256 of {@link #asRead} in UTF-8, in hexadecimal. */
    String fingerprint(Audience audience) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(asRead(audience).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
