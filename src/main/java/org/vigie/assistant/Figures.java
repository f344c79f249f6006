package org.vigie.assistant;

import java.text.NumberFormat;
import java.util.Currency;
import org.vigie.kernel.Language;

/** Figures as the reader writes them. */
record Figures(Language language) {
    private static final double MICRO = 1_000_000;
    private static final double LEAST_SHOWN = 0.0001;

    /** Seconds, with one decimal below a minute: {@code 2,4 s}. */
    String duration(long millis) {
        return number(millis < 60_000 ? 1 : 0).format(millis / 1000.0) + "\u00a0s";
    }

    String count(long count) {
        return number(0).format(count);
    }

    /** Euros with four decimals, since an answer often costs less than a cent. */
    String cost(long microEuros) {
        double euros = microEuros / MICRO;
        NumberFormat money = NumberFormat.getCurrencyInstance(language.locale());
        money.setCurrency(Currency.getInstance("EUR"));
        money.setMinimumFractionDigits(microEuros == 0 ? 0 : 2);
        money.setMaximumFractionDigits(4);
        return euros > 0 && euros < LEAST_SHOWN ? "<\u00a0" + money.format(LEAST_SHOWN) : money.format(euros);
    }

    private NumberFormat number(int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }
}
