package org.vigie.assistant;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.policy.Ask;
import org.vigie.policy.Policy;
import org.vigie.policy.Rule;

/**
 * Ends conversations that decisions do not let be kept longer: of each person, outside missions and in each of them, by
 * the shortest retention that holds there. Asked every hour, and when
 * rules change; {@link Purge} erases what it ends.
 */
@Singleton
final class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofHours(1);

    private final ConversationStore store;
    private final Supplier<List<Person>> people;
    private final Policy policy;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("conversation-retention").factory());
    private long judged = -1;
    private Instant next = Instant.MIN;

    @Inject
    Retention(ConversationStore store, People people, Policy policy) {
        this(store, people::all, policy);
    }

    Retention(ConversationStore store, Supplier<List<Person>> people, Policy policy) {
        this.store = store;
        this.people = people;
        this.policy = policy;
    }

    void start(@Observes StartupEvent started) {
        clock.scheduleWithFixedDelay(this::tick, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        clock.shutdownNow();
    }

    private void tick() {
        Instant now = policy.now();
        long rules = policy.snapshot().number();
        if (rules == judged && now.isBefore(next)) return;
        try {
            int ended = run(now);
            judged = rules;
            next = now.plus(BETWEEN);
            if (ended > 0) LOG.infof("%d conversations came to the end of their retention", ended);
        } catch (RuntimeException databaseAway) {
            LOG.debugf("no retention this time: %s", databaseAway.getClass().getSimpleName());
        }
    }

    /** @return how many conversations ended */
    int run(Instant now) {
        if (policy.snapshot().effects(Rule.Kind.RETENTION).findAny().isEmpty()) return 0;
        int ended = 0;
        for (Person person : people.get()) ended += run(person, now);
        return ended;
    }

    private int run(Person person, Instant now) {
        int ended = 0;
        for (Optional<String> mission : store.missionsOf(person.id())) {
            Ask ask = new Ask(mission, Optional.empty());
            Optional<Integer> days = policy.ruling(person.asRulesSee(), ask).retentionDays();
            if (days.isPresent()) ended += store.expire(person.id(), mission, now.minus(Duration.ofDays(days.get())));
        }
        return ended;
    }
}
