package org.vigie.metering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.configuration.VigieConfiguration.Price;
import org.vigie.exchange.Usage;

/** Turns usage into cost. */
public final class Meter {
    /** Where days and months begin. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private Meter() {}

    /**
     * The cost in millionths of a euro, which is what a token costs when a million of them costs one euro: the prices of
     * the configuration need no conversion. A model without a price costs nothing.
     *
     * @param at the exchange's time, whose prices count
     */
    public static long costMicroEuros(Usage usage, Model model, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZONE);
        Optional<Price> price = model.prices().stream()
                .filter(candidate -> !candidate.from().isAfter(day))
                .max(Comparator.comparing(Price::from));
        return price.map(known -> cost(usage, known))
                .orElseGet(() ->
                        Math.round(usage.input() * model.inputPricePerMillion().orElse(0.0)
                                + usage.output() * model.outputPricePerMillion().orElse(0.0)));
    }

    private static long cost(Usage usage, Price price) {
        long plain = usage.input() - usage.cachedInput() - usage.cacheWrite();
        return Math.round(plain * price.inputPerMillion()
                + usage.cachedInput() * price.cachedInputPerMillion().orElse(price.inputPerMillion())
                + usage.cacheWrite() * price.cacheWritePerMillion().orElse(price.inputPerMillion())
                + usage.output() * price.outputPerMillion());
    }

    /**
     * What a request is expected to take at most, before it is sent.
     *
     * @param bytes of the request
     * @param outputTokens that it allows
     */
    public static Expense expected(long bytes, long outputTokens, Model model, Instant at) {
        long input = Usage.estimated(bytes, 0).input();
        long room = model.contextTokens()
                .map(context -> Math.max(1, context - input))
                .orElse(Long.MAX_VALUE);
        long longest = model.maxOutputTokens().map(Integer::longValue).orElse(Long.MAX_VALUE);
        Usage plain = new Usage(input, Math.min(outputTokens, Math.min(longest, room)), true);
        Usage written = new Usage(input, 0, input, plain.output(), 0, true);
        long cost = Math.max(costMicroEuros(plain, model, at), costMicroEuros(written, model, at));
        return new Expense(1, plain.input() + plain.output(), cost);
    }

    /** What was taken for good. */
    public static Expense spent(Usage usage, Model model, Instant at) {
        return new Expense(1, usage.input() + usage.output(), costMicroEuros(usage, model, at));
    }
}
