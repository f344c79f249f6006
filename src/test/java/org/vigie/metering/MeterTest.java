package org.vigie.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.configuration.VigieConfiguration.Price;
import org.vigie.exchange.Usage;

class MeterTest {
    private static final Instant BEFORE = Instant.parse("2025-12-31T22:59:59Z");
    private static final Instant NEW_YEAR_IN_PARIS = Instant.parse("2025-12-31T23:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:00Z");

    private static final Price OLD = new Price(LocalDate.parse("2026-01-01"), 2, 8, Optional.of(0.5), Optional.of(2.5));
    private static final Price NEW = new Price(LocalDate.parse("2026-06-01"), 1, 4, Optional.empty(), Optional.empty());

    private static Model model(Optional<Integer> context, Price... prices) {
        return new Model(
                "m",
                "m",
                context,
                Optional.empty(),
                Optional.of(10.0),
                Optional.of(20.0),
                List.of(prices),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void the_last_price_that_has_begun_in_paris_counts() {
        Usage usage = new Usage(1_000, 100, false);
        Model model = model(Optional.empty(), NEW, OLD);
        assertThat(Meter.costMicroEuros(usage, model, BEFORE)).isEqualTo(12_000);
        assertThat(Meter.costMicroEuros(usage, model, NEW_YEAR_IN_PARIS)).isEqualTo(2_800);
        assertThat(Meter.costMicroEuros(usage, model, SUMMER)).isEqualTo(1_400);
    }

    @Test
    void tokens_of_the_cache_have_their_own_price_or_that_of_the_input() {
        Usage usage = new Usage(1_000, 600, 100, 50, 40, false);
        assertThat(Meter.costMicroEuros(usage, model(Optional.empty(), OLD), SUMMER))
                .isEqualTo(300 * 2 + 300 + 250 + 400);
        assertThat(Meter.costMicroEuros(usage, model(Optional.empty(), NEW), SUMMER))
                .isEqualTo(1_000 + 200);
    }

    @Test
    void what_is_expected_is_never_cheaper_than_what_the_same_tokens_cost() {
        Model model = model(Optional.of(1_000), OLD);
        Expense expected = Meter.expected(400, 50, model, SUMMER);
        assertThat(expected).isEqualTo(new Expense(1, 150, 250 + 400));
        assertThat(Meter.expected(400, 1_000_000, model, SUMMER).tokens()).isEqualTo(1_000);
        assertThat(Meter.expected(400, 0, model, SUMMER).tokens()).isEqualTo(100);
    }

    @Test
    void parts_never_exceed_their_whole() {
        Usage odd = new Usage(10, 50, 50, -3, 7, false);
        assertThat(odd).isEqualTo(new Usage(10, 10, 0, 0, 0, false));
        assertThat(Meter.costMicroEuros(odd, model(Optional.empty(), OLD), SUMMER))
                .isEqualTo(5);
    }
}
