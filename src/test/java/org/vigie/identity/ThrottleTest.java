package org.vigie.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.identity.SignIn.Attempt;

class ThrottleTest {
    private final IdentityFixture identity = new IdentityFixture();

    @Test
    void five_failures_are_free_and_each_further_one_costs_twice_as_long() {
        for (int i = 0; i < 5; i++) assertThat(account("a@example.org")).isZero();
        assertThat(account("a@example.org")).isEqualTo(1);
        identity.clock.advance(Duration.ofSeconds(1));
        assertThat(account("a@example.org")).isZero();
        assertThat(account("a@example.org")).isEqualTo(2);
        identity.clock.advance(Duration.ofSeconds(2));
        assertThat(account("a@example.org")).isZero();
        assertThat(account("a@example.org")).isEqualTo(4);
        assertThat(account("b@example.org")).isZero();
    }

    @Test
    void nobody_waits_longer_than_a_minute_for_an_account() {
        long longest = 0;
        for (int i = 0; i < 60; i++) {
            long delay = account("a@example.org");
            longest = Math.max(longest, delay);
            identity.clock.advance(Duration.ofSeconds(delay));
        }
        assertThat(longest).isEqualTo(60);
    }

    @Test
    void an_attempt_that_comes_too_early_does_not_prolong_the_wait() {
        for (int i = 0; i < 5; i++) account("a@example.org");
        for (int i = 0; i < 50; i++) assertThat(account("a@example.org")).isEqualTo(1);
    }

    @Test
    void a_success_forgets_the_failures_of_the_account() {
        for (int i = 0; i < 5; i++) account("a@example.org");
        identity.throttle.succeeded("a@example.org", "192.0.2.1");
        for (int i = 0; i < 5; i++) assertThat(account("a@example.org")).isZero();
    }

    @Test
    void one_good_account_does_not_excuse_an_address_that_guesses() {
        for (int i = 0; i < 20; i++) {
            assertThat(identity.throttle.attempt(Throttle.Kind.ADDRESS, "192.0.2.1"))
                    .isEmpty();
        }
        identity.clock.advance(Duration.ofSeconds(1));
        identity.throttle.succeeded("mine@example.org", "192.0.2.1");
        assertThat(identity.throttle.attempt(Throttle.Kind.ADDRESS, "192.0.2.1"))
                .isEmpty();
        assertThat(identity.throttle.attempt(Throttle.Kind.ADDRESS, "192.0.2.1"))
                .isPresent();
    }

    @Test
    void a_crowd_at_once_gets_no_more_than_the_free_attempts() {
        long admitted;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            admitted =
                    IntStream.range(0, 40)
                            .mapToObj(_ -> threads.submit(() -> account("a@example.org")))
                            .toList()
                            .stream()
                            .filter(delay -> done(delay) == 0)
                            .count();
        }
        assertThat(admitted).isEqualTo(5);
    }

    @Test
    void signs_in_and_tells_nobody_why_it_did_not() {
        identity.person("admin@example.org", Role.ADMIN);
        Person person = identity.person("a@example.org", Role.EMPLOYEE);
        assertThat(identity.signIn.attempt(" A@Example.org", IdentityFixture.PASSWORD, "192.0.2.1"))
                .isEqualTo(new Attempt.Accepted(person));
        identity.people.disable(person.id());
        assertThat(identity.signIn.attempt("a@example.org", IdentityFixture.PASSWORD, "192.0.2.1"))
                .isEqualTo(new Attempt.Wrong());
        assertThat(identity.signIn.attempt("admin@example.org", IdentityFixture.WRONG, "192.0.2.1"))
                .isEqualTo(new Attempt.Wrong());
        assertThat(identity.signIn.attempt("nobody@example.org", IdentityFixture.WRONG, "192.0.2.1"))
                .isEqualTo(new Attempt.Wrong());
    }

    @Test
    void an_unknown_account_is_slowed_down_like_a_known_one() {
        for (int i = 0; i < 5; i++) {
            assertThat(identity.signIn.attempt("nobody@example.org", IdentityFixture.WRONG, "192.0.2." + i))
                    .isEqualTo(new Attempt.Wrong());
        }
        assertThat(identity.signIn.attempt("NOBODY@example.org", IdentityFixture.WRONG, "192.0.2.9"))
                .isEqualTo(new Attempt.TooEarly(Duration.ofSeconds(1)));
    }

    private static long done(Future<Long> delay) {
        try {
            return delay.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    /** @return the seconds to wait; 0 when the attempt was admitted, and so counted as a failure */
    private long account(String account) {
        return identity.throttle
                .attempt(Throttle.Kind.ACCOUNT, account)
                .map(Duration::toSeconds)
                .orElse(0L);
    }
}
