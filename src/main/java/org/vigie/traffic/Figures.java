package org.vigie.traffic;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.vigie.kernel.Language;

/** Numbers as one language writes them. */
record Figures(Language language) {
    private static final double MICROS = 1e6;

    public String count(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** The same for what templates have as an int. */
    public String count(int number) {
        return count((long) number);
    }

    /** Euros with cents; four decimals below one cent, so that something is seen. */
    public String euros(long micros) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        int decimals = micros != 0 && Math.abs(micros) < 10_000 ? 4 : 2;
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(micros / MICROS) + "\u00a0€";
    }

    /** Hour and minute in the time zone of the server, with the day when it is another. */
    public String time(Instant at) {
        ZonedDateTime local = at.atZone(ZoneId.systemDefault());
        boolean today = local.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()));
        return DateTimeFormatter.ofPattern(today ? "HH:mm" : "d MMM HH:mm", language.locale())
                .format(local);
    }

    /** Milliseconds below ten seconds, seconds above. */
    public String millis(long millis) {
        if (millis < 10_000) return count(millis) + "\u00a0ms";
        return count(Math.round(millis / 1000.0)) + "\u00a0s";
    }

    public String micros(long micros) {
        if (micros >= 10_000) return millis(micros / 1000);
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(micros / 1000.0) + "\u00a0ms";
    }
}
