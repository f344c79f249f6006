package org.vigie.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final IdentityFixture identity = new IdentityFixture();
    private final Person person = identity.person("a@example.org", Role.ADMIN, Role.EMPLOYEE);
    private final String token = identity.sessions.open(person.id()).reveal();

    @Test
    void finds_the_person_and_their_roles_of_now() {
        identity.person("second@example.org", Role.ADMIN);
        assertThat(identity.sessions.find(token).orElseThrow().person()).isEqualTo(person);
        identity.people.update(person.id(), person.name(), Set.of(Role.DPO), person.team());
        assertThat(identity.sessions.find(token).orElseThrow().caller().roles()).containsExactly(Role.DPO);
    }

    @Test
    void knows_no_other_token() {
        assertThat(token).hasSize(43);
        assertThat(identity.sessions.find(token.substring(1))).isEmpty();
        assertThat(identity.sessions.find("x".repeat(100_000))).isEmpty();
    }

    @Test
    void keeps_only_a_digest_of_the_token() {
        String dump = identity.jdbi.withHandle(h -> h.createQuery("select s::text from identity.session s")
                .mapTo(String.class)
                .one());
        assertThat(dump).doesNotContain(token);
    }

    @Test
    void ends_twelve_hours_after_the_last_request() {
        identity.clock.advance(Duration.ofHours(11));
        assertThat(identity.sessions.find(token)).isPresent();
        identity.clock.advance(Duration.ofHours(11));
        assertThat(identity.sessions.find(token)).isPresent();
        identity.clock.advance(Duration.ofHours(12).plusSeconds(1));
        assertThat(identity.sessions.find(token)).isEmpty();
    }

    @Test
    void ends_after_seven_days_however_busy() {
        for (int hour = 0; hour < 7 * 24; hour += 8) {
            assertThat(identity.sessions.find(token)).isPresent();
            identity.clock.advance(Duration.ofHours(8));
        }
        assertThat(identity.sessions.find(token)).isEmpty();
    }

    @Test
    void ends_when_closed_and_when_the_person_is_disabled() {
        identity.person("second@example.org", Role.ADMIN);
        String other = identity.sessions.open(person.id()).reveal();
        identity.sessions.close(identity.sessions.find(token).orElseThrow().id());
        assertThat(identity.sessions.find(token)).isEmpty();
        assertThat(identity.sessions.find(other)).isPresent();
        identity.people.disable(person.id());
        assertThat(identity.sessions.find(other)).isEmpty();
    }

    @Test
    void an_authentication_is_recent_for_fifteen_minutes() {
        Session session = identity.sessions.find(token).orElseThrow();
        assertThat(session.recentlyAuthenticated(identity.clock.instant())).isTrue();
        identity.clock.advance(Duration.ofMinutes(15));
        assertThat(session.recentlyAuthenticated(identity.clock.instant())).isFalse();
        identity.sessions.authenticated(session.id());
        assertThat(identity.sessions.find(token).orElseThrow().recentlyAuthenticated(identity.clock.instant()))
                .isTrue();
    }

    @Test
    void each_session_has_its_own_csrf_token() {
        String other = identity.sessions.open(person.id()).reveal();
        String csrf = identity.sessions.find(token).orElseThrow().csrfToken();
        assertThat(csrf).hasSize(43).isNotEqualTo(token);
        assertThat(identity.sessions.find(token).orElseThrow().csrfToken()).isEqualTo(csrf);
        assertThat(identity.sessions.find(other).orElseThrow().csrfToken()).isNotEqualTo(csrf);
    }
}
