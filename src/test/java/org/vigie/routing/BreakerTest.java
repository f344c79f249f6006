package org.vigie.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.routing.Breaker.Pass;
import org.vigie.routing.TargetHealth.State;

class BreakerTest {
    private long now = 1_000_000_000L;
    private final Breaker breaker = new Breaker(() -> now);

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private void faults(int count) {
        for (int i = 0; i < count; i++) breaker.faulted(Pass.ORDINARY);
    }

    private void open() {
        faults(Breaker.LEAST_FAULTS);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void opens_at_the_fifth_fault_and_lets_nothing_through() {
        faults(Breaker.LEAST_FAULTS - 1);
        assertThat(breaker.tryPass()).isEqualTo(Pass.ORDINARY);
        breaker.faulted(Pass.ORDINARY);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
        assertThat(breaker.tryPass()).isEqualTo(Pass.NONE);
        assertThat(breaker.untilNext()).isEqualTo(Breaker.FIRST_REST);
    }

    @Test
    void stays_closed_while_most_attempts_are_answered() {
        for (int i = 0; i < 30; i++) breaker.answered(Pass.ORDINARY);
        faults(29);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        faults(1);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void forgets_what_is_old() {
        faults(Breaker.LEAST_FAULTS - 1);
        pass(Breaker.MEMORY.plusMillis(1));
        faults(Breaker.LEAST_FAULTS - 1);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void counts_the_last_hundred_only() {
        for (int i = 0; i < 1_000; i++) breaker.answered(Pass.ORDINARY);
        faults(Breaker.WINDOW / 2);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void lets_one_through_after_its_rest_and_closes_when_that_is_answered() {
        open();
        pass(Breaker.FIRST_REST.minusNanos(1));
        assertThat(breaker.tryPass()).isEqualTo(Pass.NONE);
        pass(Duration.ofNanos(1));
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        assertThat(breaker.tryPass()).isEqualTo(Pass.PROBE);
        assertThat(breaker.tryPass()).isEqualTo(Pass.NONE);
        breaker.answered(Pass.PROBE);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        assertThat(breaker.tryPass()).isEqualTo(Pass.ORDINARY);
        faults(Breaker.LEAST_FAULTS - 1);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void rests_twice_as_long_after_each_failed_probe_up_to_two_minutes() {
        open();
        Duration rest = Breaker.FIRST_REST;
        for (int i = 0; i < 8; i++) {
            pass(rest);
            assertThat(breaker.tryPass()).isEqualTo(Pass.PROBE);
            breaker.faulted(Pass.PROBE);
            rest = rest.multipliedBy(2);
            if (rest.compareTo(Breaker.LONGEST_REST) > 0) rest = Breaker.LONGEST_REST;
            assertThat(breaker.untilNext()).isEqualTo(rest);
        }
        assertThat(rest).isEqualTo(Breaker.LONGEST_REST);
    }

    @Test
    void a_probe_of_which_nothing_is_learnt_gives_its_place_to_another() {
        open();
        pass(Breaker.FIRST_REST);
        assertThat(breaker.tryPass()).isEqualTo(Pass.PROBE);
        breaker.released(Pass.PROBE);
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        assertThat(breaker.tryPass()).isEqualTo(Pass.PROBE);
    }

    @Test
    void an_answer_that_was_asked_before_it_opened_does_not_close_it() {
        open();
        breaker.answered(Pass.ORDINARY);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void leaves_a_target_alone_that_asks_for_it_without_calling_it_broken() {
        breaker.rest(Duration.ofSeconds(7));
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        assertThat(breaker.tryPass()).isEqualTo(Pass.NONE);
        pass(Duration.ofSeconds(7));
        assertThat(breaker.tryPass()).isEqualTo(Pass.ORDINARY);
    }
}
