package org.vigie.metering;

import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.exchange.Usage;

/** Turns usage into cost. */
public final class Meter {
    private Meter() {}

    /**
     * The cost in millionths of a euro, which is what a token costs when a million of them costs one euro: the price of
     * the configuration needs no conversion. A model without a price costs nothing.
     */
    public static long costMicroEuros(Usage usage, Model model) {
        double input = usage.input() * model.inputPricePerMillion().orElse(0.0);
        double output = usage.output() * model.outputPricePerMillion().orElse(0.0);
        return Math.round(input + output);
    }
}
