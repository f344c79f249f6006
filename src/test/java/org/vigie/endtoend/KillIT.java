package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.demo.Pace;
import org.vigie.demo.Received;
import org.vigie.endtoend.GatewayClient.Seen;
import org.vigie.store.DataDirectory;
import org.vigie.store.EmbeddedPostgres;

/**
 * {@code kill -9} under load. Each exchange of a round asks for a model name of its own, which the record keeps, and
 * carries its number in the prompt, which the provider sees: so what reached the provider, what the client saw and what
 * is recorded can be compared one by one.
 */
class KillIT {
    /** In all, a third of them of the database alone, a third of both; {@code -Dvigie.kills=3} for a quick look. */
    private static final int KILLS = Integer.getInteger("vigie.kills", 10);

    private static final int IN_FLIGHT = 60;
    private static final int AT_LEAST = 50;
    private static final int MOST = 400;
    private static final int SHORT_ONES_AT_A_TIME = 4;
    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final Pattern MARK = Pattern.compile("ronde (\\d+) demande (\\d+)\\.");

    private static final long SEED = System.nanoTime();
    private static final Random RANDOM = new Random(SEED);
    private static final AtomicInteger ROUNDS = new AtomicInteger();

    private static Installation here;
    private static GatewayClient client;
    private static AuditTrail audit;

    @BeforeAll
    static void start() {
        List<String> routes = IntStream.range(0, MOST)
                .mapToObj(number -> "{model: load-" + number + ", targets: [interne/"
                        + (number < IN_FLIGHT ? "fake-small" : "fake-echo") + "], retries: 0}")
                .toList();
        here = Installation.start(
                Installation.temporaryDirectory(),
                new Pace(Duration.ofMillis(20), Duration.ofMillis(40)),
                "{url: embedded}",
                routes);
        here.model().record();
        client = new GatewayClient(() -> here.vigie().url(), Installation.KEY);
        audit = new AuditTrail(() -> EmbeddedPostgres.accessOfRunning(new DataDirectory(here.data())));
        System.out.println("KillIT seed " + SEED);
    }

    @AfterAll
    static void stop() {
        here.close();
    }

    @Test
    void nothing_is_lost_when_the_server_is_killed() throws Exception {
        for (int i = 0; i < KILLS - 2 * (KILLS / 3); i++) round("server", VigieProcess::kill, true);
    }

    @Test
    void nothing_is_lost_when_the_database_is_killed() throws Exception {
        for (int i = 0; i < KILLS / 3; i++)
            round("database", vigie -> assertThat(vigie.killDatabase()).isTrue(), false);
    }

    @Test
    void nothing_is_lost_when_both_are_killed() throws Exception {
        for (int i = 0; i < KILLS / 3; i++) {
            round(
                    "both",
                    vigie -> {
                        assertThat(vigie.killDatabase()).isTrue();
                        vigie.kill();
                    },
                    true);
        }
    }

    private static void round(String what, Consumer<VigieProcess> kill, boolean restart) throws Exception {
        int round = ROUNDS.incrementAndGet();
        long before = audit.last();
        Load load = new Load(round);
        int underWay = load.awaitInFlight();
        Thread.sleep(RANDOM.nextInt(500));
        kill.accept(here.vigie());
        if (restart) {
            load.end();
            here.restart();
        } else {
            assertThat(here.vigie().process().isAlive()).isTrue();
        }
        Duration again = client.answersAgain(SECONDS);
        load.end();
        List<AuditTrail.Exchange> recorded = audit.ended(before, SECONDS);
        compare(load, reached(round), recorded, restart);
        here.verifyAudit();
        report(what, round, underWay, load, recorded, again);
    }

    private static Set<Integer> reached(int round) {
        return here.model().received().stream()
                .map(Received::body)
                .map(MARK::matcher)
                .filter(Matcher::find)
                .filter(mark -> Integer.parseInt(mark.group(1)) == round)
                .map(mark -> Integer.parseInt(mark.group(2)))
                .collect(Collectors.toSet());
    }

    private static void compare(
            Load load, Set<Integer> reached, List<AuditTrail.Exchange> recorded, boolean serverDied) {
        Map<String, AuditTrail.Exchange> byModel = recorded.stream()
                .filter(one -> one.askedModel().startsWith("load-"))
                .collect(Collectors.toMap(AuditTrail.Exchange::askedModel, Function.identity()));
        assertThat(reached).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        for (int number : reached) {
            assertThat(byModel).as("reached the provider").containsKey("load-" + number);
        }
        assertThat(recorded).allSatisfy(one -> assertThat(one.states()).hasSize(1));
        load.seen.forEach((number, seen) -> {
            AuditTrail.Exchange record = byModel.get("load-" + number);
            if (seen.answered()) {
                assertThat(record).as("answered: %s", number).isNotNull();
                assertThat(record.state()).isEqualTo("answered");
            }
            seen.id().ifPresent(id -> {
                assertThat(record).as("begun: %s", number).isNotNull();
                assertThat(record.id()).isEqualTo(id);
            });
        });
        long lost = recorded.stream().filter(one -> one.state().equals("lost")).count();
        if (serverDied) assertThat(lost).isGreaterThanOrEqualTo(AT_LEAST);
        else assertThat(lost).isZero();
        assertThat(load.seen.values()).anyMatch(Seen::answered);
    }

    private static void report(
            String what, int round, int underWay, Load load, List<AuditTrail.Exchange> recorded, Duration again) {
        Map<String, Long> states =
                recorded.stream().collect(Collectors.groupingBy(AuditTrail.Exchange::state, Collectors.counting()));
        System.out.printf(
                "KillIT round %d, %s killed: %d in flight, %d seen whole by clients, records %s, answers again after %d ms%n",
                round,
                what,
                underWay,
                load.seen.values().stream().filter(Seen::answered).count(),
                states,
                again.toMillis());
    }

    /** Long streams that stay in flight, and short exchanges that come and go all the while. */
    private static final class Load {
        private final int round;
        private final Map<Integer, Seen> seen = new ConcurrentHashMap<>();
        private final List<Thread> threads = new ArrayList<>();
        private final AtomicInteger next = new AtomicInteger(IN_FLIGHT);
        private final AtomicBoolean over = new AtomicBoolean();

        Load(int round) {
            this.round = round;
            for (int number = 0; number < IN_FLIGHT; number++) {
                int mine = number;
                threads.add(Thread.startVirtualThread(() -> ask(mine, true)));
            }
            for (int i = 0; i < SHORT_ONES_AT_A_TIME; i++) threads.add(Thread.startVirtualThread(this::shortOnes));
        }

        private void shortOnes() {
            for (int number = next.getAndIncrement(); number < MOST && !over.get(); number = next.getAndIncrement()) {
                ask(number, number % 2 == 0);
            }
        }

        private void ask(int number, boolean stream) {
            String prompt = "Écris une lettre, ronde " + round + " demande " + number + ".";
            seen.put(number, client.ask("load-" + number, stream, prompt));
        }

        /** Waits until enough are in flight and some have ended. */
        int awaitInFlight() throws InterruptedException {
            long end = System.nanoTime() + SECONDS.toNanos();
            while (here.model().underWay() < IN_FLIGHT || seen.size() < 10) {
                assertThat(System.nanoTime())
                        .as("%d in flight", here.model().underWay())
                        .isLessThan(end);
                Thread.sleep(5);
            }
            return here.model().underWay();
        }

        /** Stops new ones and waits for those under way. */
        void end() throws InterruptedException {
            over.set(true);
            for (Thread thread : threads)
                assertThat(thread.join(Duration.ofSeconds(40))).isTrue();
        }
    }
}
