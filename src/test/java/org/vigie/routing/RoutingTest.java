package org.vigie.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.catalog.Target;
import org.vigie.configuration.ConfigurationFile;
import org.vigie.exchange.Cancellation;
import org.vigie.provider.ProviderFailure;
import org.vigie.routing.TargetHealth.State;

/** Who is asked, in which order, how often, and after which pause. */
class RoutingTest {
    private static final ProviderFailure FAILED = ProviderFailure.failed("p");
    private static final ProviderFailure TIMED_OUT = ProviderFailure.timedOut("p");

    @TempDir
    Path directory;

    private long now = 1_000_000_000L;
    private final long seed = new Random().nextLong();
    private final Cancellation cancellation = new Cancellation();
    private Catalog catalog = new Catalog(ConfigurationFile.load(Path.of("absent"), false, Map.of()));
    private Routing routing = new Routing(catalog);

    /** @param route as the file writes it, without its model; the targets p/a to p/e exist */
    private Route route(String route) throws IOException {
        Path file = Files.writeString(directory.resolve("vigie.yaml"), """
                providers:
                  - {id: p, kind: openai, zone: internal, maxDataClass: C3, baseUrl: "http://127.0.0.1:1",
                     models: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}]}
                routes:
                  - {model: m, aliases: [other], %s}
                """.formatted(route));
        catalog = new Catalog(ConfigurationFile.load(file, true, Map.of()));
        routing = new Routing(catalog, () -> now, new Random(seed));
        return catalog.route("m").orElseThrow();
    }

    private Itinerary itinerary(Route route) {
        return routing.itinerary(route, route.targets(), cancellation);
    }

    private static String name(Optional<Attempt> attempt) {
        return attempt.map(made -> made.target().model().id()).orElse("-");
    }

    /** Everybody who is asked when everybody fails alike. */
    private static List<String> whenAllFail(Itinerary itinerary, ProviderFailure failure) {
        List<String> asked = new ArrayList<>();
        for (Optional<Attempt> attempt = itinerary.first(); attempt.isPresent(); attempt = itinerary.after(failure)) {
            asked.add(name(attempt));
            attempt.get().failed(failure);
            attempt.get().close();
        }
        return asked;
    }

    private void open(Route route, String model) {
        Route alone = new Route(
                route.model(),
                List.of(),
                route.legs().stream()
                        .filter(leg -> leg.target().model().id().equals(model))
                        .toList(),
                0,
                Optional.empty(),
                Optional.empty());
        for (int i = 0; i < Breaker.LEAST_FAULTS; i++) whenAllFail(itinerary(alone), FAILED);
    }

    private TargetHealth health(String model) {
        return routing.health().stream()
                .filter(one -> one.target().model().id().equals(model))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_a_rule_sends_elsewhere_keeps_its_place_in_the_order() throws IOException {
        Route route = route("retries: 0, targets: [p/a, p/b]}\n  - {model: n, targets: [p/c]");
        Target instead = catalog.route("n").orElseThrow().targets().getFirst();
        Itinerary itinerary =
                routing.itinerary(route, List.of(instead, route.targets().getLast()), cancellation);
        assertThat(whenAllFail(itinerary, TIMED_OUT)).containsExactly("c", "b");
    }

    @Test
    void an_alias_leads_to_the_same_route() throws IOException {
        Route route = route("targets: [p/a]");
        assertThat(catalog.route("other")).containsSame(route);
        assertThat(catalog.routes()).hasSize(1);
        assertThat(route.names()).containsExactly("m", "other");
    }

    @Test
    void plain_targets_are_asked_in_the_order_of_the_list() throws IOException {
        assertThat(whenAllFail(itinerary(route("retries: 0, targets: [p/c, p/a, p/b]")), TIMED_OUT))
                .containsExactly("c", "a", "b");
    }

    @Test
    void a_target_without_order_has_its_place_in_the_list() throws IOException {
        Route route = route(
                "retries: 0, targets: [{target: p/a, order: 2}, {target: p/b, order: 1}, p/c, {target: p/d, order: 9}]");
        assertThat(whenAllFail(itinerary(route), TIMED_OUT)).containsExactly("b", "a", "c", "d");
        assertThat(route.prefers(route.targets().getFirst())).isTrue();
        assertThat(route.prefers(route.targets().get(1))).isFalse();
    }

    @Test
    void weights_share_the_load_and_the_next_is_drawn_by_weight_again() throws IOException {
        Route route =
                route("retries: 0, targets: [{target: p/a, weight: 6, order: 1}, {target: p/b, weight: 3, order: 1},"
                        + " {target: p/c, weight: 1, order: 1}, {target: p/d, order: 2}]");
        int draws = 20_000;
        Map<String, Integer> orders = new TreeMap<>();
        for (int i = 0; i < draws; i++) {
            Itinerary itinerary = itinerary(route);
            StringBuilder order = new StringBuilder();
            for (Optional<Attempt> at = itinerary.first(); at.isPresent(); at = itinerary.after(TIMED_OUT)) {
                order.append(name(at));
                at.get().close();
            }
            assertThat(order.toString()).hasSize(4).endsWith("d");
            orders.merge(order.substring(0, 2), 1, Integer::sum);
        }
        // Without replacement: b after a with 3 of the 4 that are left. Five standard deviations are 0.018.
        Map<String, Double> expected = Map.of(
                "ab",
                0.6 * 3 / 4,
                "ac",
                0.6 / 4,
                "ba",
                0.3 * 6 / 7,
                "bc",
                0.3 / 7,
                "ca",
                0.1 * 6 / 9,
                "cb",
                0.1 * 3 / 9);
        expected.forEach((order, share) -> assertThat(orders.getOrDefault(order, 0) / (double) draws)
                .as("%s, seed %d", order, seed)
                .isCloseTo(share, within(0.018)));
    }

    @Test
    void never_asks_what_policy_does_not_allow() throws IOException {
        Route route = route("retries: 0, targets: [p/a, p/b, p/c]");
        Itinerary itinerary = routing.itinerary(route, route.targets().subList(1, 2), cancellation);
        assertThat(whenAllFail(itinerary, TIMED_OUT)).containsExactly("b");
    }

    @Test
    void repeats_what_passes_quickly_as_often_as_the_route_allows_with_growing_pauses() throws IOException {
        long from = System.nanoTime();
        assertThat(whenAllFail(itinerary(route("retries: 2, targets: [p/a, p/b]")), FAILED))
                .containsExactly("a", "a", "a", "b", "b", "b");
        // 100 to 200 ms, then 200 to 400 ms, for each.
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isBetween(Duration.ofMillis(598), Duration.ofSeconds(4));
    }

    @Test
    void does_not_repeat_what_timed_out_or_asked_for_time() throws IOException {
        Route route = route("retries: 2, targets: [p/a, p/b]");
        assertThat(whenAllFail(itinerary(route), TIMED_OUT)).containsExactly("a", "b");
        ProviderFailure busy = ProviderFailure.busy("p", Optional.empty(), Optional.of(Duration.ofMinutes(1)));
        assertThat(whenAllFail(itinerary(route), busy)).containsExactly("a", "b");
    }

    @Test
    void passes_over_what_asked_for_time_until_that_is_over() throws IOException {
        Route route = route("retries: 0, targets: [p/a, p/b]");
        ProviderFailure busy = ProviderFailure.busy("p", Optional.empty(), Optional.of(Duration.ofSeconds(30)));
        try (Attempt attempt = itinerary(route).first().orElseThrow()) {
            attempt.failed(busy);
        }
        assertThat(health("a").state()).isEqualTo(State.CLOSED);
        assertThat(health("a").restsFor()).isEqualTo(Duration.ofSeconds(30));
        assertThat(health("a").busy()).isOne();
        assertThat(health("a").faults()).isZero();
        assertThat(name(itinerary(route).first())).isEqualTo("b");
        now += Duration.ofSeconds(30).toNanos();
        assertThat(name(itinerary(route).first())).isEqualTo("a");
    }

    @Test
    void waits_for_the_only_one_when_it_wants_little_time() throws IOException {
        Route route = route("retries: 1, targets: [p/a]");
        routing = new Routing(catalog);
        Itinerary itinerary = itinerary(route);
        ProviderFailure soon = ProviderFailure.busy("p", Optional.empty(), Optional.of(Duration.ofMillis(300)));
        try (Attempt attempt = itinerary.first().orElseThrow()) {
            attempt.failed(soon);
        }
        long from = System.nanoTime();
        assertThat(name(itinerary.after(soon))).isEqualTo("a");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isBetween(Duration.ofMillis(300), Duration.ofSeconds(2));
        assertThat(itinerary.after(soon)).isEmpty();
    }

    @Test
    void passes_over_an_open_target_and_says_when_all_of_them_are() throws IOException {
        Route route = route("retries: 1, targets: [p/a, p/b]");
        open(route, "a");
        assertThat(health("a").state()).isEqualTo(State.OPEN);
        assertThat(health("a").lastFault().orElseThrow().kind()).isEqualTo(ProviderFailure.Kind.FAILED);
        assertThat(name(itinerary(route).first())).isEqualTo("b");
        now += Duration.ofSeconds(3).toNanos();
        open(route, "b");
        Itinerary nobody = itinerary(route);
        assertThat(nobody.first()).isEmpty();
        assertThat(nobody.retryAfterSeconds()).isEqualTo(7);
        now += Duration.ofSeconds(7).toNanos();
        try (Attempt probe = itinerary(route).first().orElseThrow()) {
            assertThat(probe.target().model().id()).isEqualTo("a");
            assertThat(itinerary(route).first()).isEmpty();
            probe.began();
            assertThat(health("a").state()).isEqualTo(State.CLOSED);
            assertThat(name(itinerary(route).first())).isEqualTo("a");
        }
    }

    @Test
    void a_client_that_leaves_or_does_not_read_says_nothing_about_the_target() throws IOException {
        Route route = route("retries: 0, targets: [p/a]");
        for (int i = 0; i < 20; i++) whenAllFail(itinerary(route), ProviderFailure.cancelled("p"));
        for (int i = 0; i < 20; i++) whenAllFail(itinerary(route), ProviderFailure.unread("p"));
        assertThat(health("a"))
                .isEqualTo(new TargetHealth(
                        route.targets().getFirst(),
                        State.CLOSED,
                        Duration.ZERO,
                        0,
                        0,
                        0,
                        0,
                        Optional.empty(),
                        new TargetHealth.Latency(0, 0, 0)));
    }

    @Test
    void stops_waiting_when_the_client_leaves() throws IOException {
        Itinerary itinerary = itinerary(route("retries: 5, targets: [p/a]"));
        itinerary.first().orElseThrow().close();
        cancellation.cancel();
        long from = System.nanoTime();
        assertThat(itinerary.after(FAILED)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofMillis(90));
    }

    @Test
    void tells_the_latency_of_the_last_minutes() throws IOException {
        Route route = route("retries: 0, targets: [p/a]");
        for (int millis = 1; millis <= 100; millis++) {
            try (Attempt attempt = itinerary(route).first().orElseThrow()) {
                now += Duration.ofMillis(millis).toNanos();
                assertThat(health("a").underWay()).isOne();
                attempt.began();
                attempt.began();
            }
        }
        assertThat(health("a").answered()).isEqualTo(100);
        assertThat(health("a").underWay()).isZero();
        assertThat(health("a").latency()).isEqualTo(new TargetHealth.Latency(100, 50_000, 95_000));
        now += Latencies.MEMORY.plusSeconds(1).toNanos();
        assertThat(health("a").latency()).isEqualTo(new TargetHealth.Latency(0, 0, 0));
    }

    @Test
    void a_stream_that_breaks_after_it_began_is_a_fault_too() throws IOException {
        Route route = route("retries: 0, targets: [p/a]");
        for (int i = 0; i < Breaker.LEAST_FAULTS; i++) {
            try (Attempt attempt = itinerary(route).first().orElseThrow()) {
                attempt.began();
                attempt.failed(FAILED);
            }
        }
        assertThat(health("a").faults()).isEqualTo(5);
        assertThat(health("a").state()).isEqualTo(State.OPEN);
    }

    @Test
    void pauses_double_are_bounded_and_differ() {
        Random random = new Random(seed);
        for (int failed = 1; failed <= 40; failed++) {
            long full = failed > 5 ? 5_000 : Math.min(5_000, 200L << (failed - 1));
            for (int i = 0; i < 200; i++) {
                assertThat(Backoff.after(failed, random).toMillis())
                        .as("seed %d", seed)
                        .isBetween(full / 2, full);
            }
        }
        assertThat(random.ints(50).mapToObj(_ -> Backoff.after(3, random)).distinct())
                .hasSizeGreaterThan(10);
    }
}
