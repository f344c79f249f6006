package org.vigie.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import org.vigie.kernel.Language;
import org.vigie.kernel.Tally;
import org.vigie.metering.Measure;
import org.vigie.metering.Meter;

/** Figures as the reader writes them. */
public record Figures(Language language) {
    private static final double MICRO = 1_000_000;
    private static final double LEAST_SHOWN = 0.0001;

    /** Seconds, with one decimal below a minute: {@code 2,4 s}. */
    public String duration(long millis) {
        return number(millis < 60_000 ? 1 : 0).format(millis / 1000.0) + "\u00a0s";
    }

    public String count(long count) {
        return number(0).format(count);
    }

    /** Euros with four decimals, since an answer often costs less than a cent. */
    public String cost(long microEuros) {
        double euros = microEuros / MICRO;
        NumberFormat money = NumberFormat.getCurrencyInstance(language.locale());
        money.setCurrency(Currency.getInstance("EUR"));
        money.setMinimumFractionDigits(microEuros == 0 ? 0 : 2);
        money.setMaximumFractionDigits(4);
        return euros > 0 && euros < LEAST_SHOWN ? "<\u00a0" + money.format(LEAST_SHOWN) : money.format(euros);
    }

    /** Of what is limited. */
    String amount(Measure measure, long amount) {
        return measure.isBudget() ? cost(amount) : count(amount);
    }

    /** For templates, whose counts may be an int. */
    public String count(int count) {
        return count((long) count);
    }

    /** What was measured in microseconds: milliseconds below ten seconds, seconds above. */
    public String time(long micros) {
        if (micros >= 10_000_000) return duration(micros / 1000);
        return number(micros < 10_000 ? 2 : 0).format(micros / 1000.0) + "\u00a0ms";
    }

    /** In Paris, where budgets begin. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language.locale())
                .withZone(Meter.ZONE)
                .format(at);
    }

    /** As {@code 3 mars 2026}, in Paris. */
    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, Meter.ZONE));
    }

    /** As {@code 3 mars 2026}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }

    /** @param percent a whole number of hundredths */
    public String percent(int percent) {
        return NumberFormat.getPercentInstance(language.locale()).format(percent / 100.0);
    }

    /** As {@code 12}; {@code 10 à 12} where no more can be told. */
    public String count(Tally.Range range) {
        return range.isExact() ? count(range.least()) : between(count(range.least()), count(range.most()));
    }

    /** @param range of whole hundredths */
    public String percent(Tally.Range range) {
        return range.isExact() ? percent(range.least()) : between(percent(range.least()), percent(range.most()));
    }

    private String between(String least, String most) {
        return least + (language == Language.FRENCH ? "\u00a0à\u00a0" : "\u00a0to\u00a0") + most;
    }

    private NumberFormat number(int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }
}
