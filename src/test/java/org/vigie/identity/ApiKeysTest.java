package org.vigie.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.identity.Caller.Scope;

class ApiKeysTest {
    private final IdentityFixture identity = new IdentityFixture();
    private final Person admin = identity.person("admin@example.org", Role.ADMIN);
    private final Person person = identity.person("a@example.org", Role.EMPLOYEE);

    private ApiKey.Issued issue(Optional<Duration> life, Scope... scopes) {
        return identity.keys.issue(
                person, new ApiKey.Wanted("ci", Set.of(scopes), life.map(identity.clock.instant()::plus)));
    }

    @Test
    void a_key_names_its_person_and_its_scopes() {
        ApiKey.Issued issued = issue(Optional.empty(), Scope.GATEWAY);
        assertThat(issued.secret().reveal())
                .matches("vigie_[A-Za-z0-9_-]{43}")
                .startsWith(issued.key().prefix());
        assertThat(identity.keys.find(issued.secret().reveal()))
                .contains(person.by(new Caller.Credential.Key(issued.key().id(), Set.of(Scope.GATEWAY))));
        assertThat(identity.keys.find(issued.secret().reveal() + "x")).isEmpty();
        assertThat(identity.keys.of(person.id())).containsExactly(issued.key());
    }

    @Test
    void keeps_only_a_digest_of_the_key() {
        String key = issue(Optional.empty(), Scope.GATEWAY).secret().reveal();
        String dump = identity.jdbi.withHandle(h -> h.createQuery("select k::text from identity.api_key k")
                .mapTo(String.class)
                .one());
        assertThat(dump).doesNotContain(key.substring(12));
    }

    @Test
    void a_revoked_key_is_dead_at_once() {
        ApiKey.Issued issued = issue(Optional.empty(), Scope.GATEWAY);
        assertThat(identity.keys.revoke(admin.id(), issued.key().id())).isFalse();
        assertThat(identity.keys.find(issued.secret().reveal())).isPresent();
        assertThat(identity.keys.revoke(person.id(), issued.key().id())).isTrue();
        assertThat(identity.keys.find(issued.secret().reveal())).isEmpty();
        assertThat(identity.keys.of(person.id()).getFirst().live(identity.clock.instant()))
                .isFalse();
    }

    @Test
    void a_key_dies_at_its_expiry() {
        String key =
                issue(Optional.of(Duration.ofDays(1)), Scope.GATEWAY).secret().reveal();
        identity.clock.advance(Duration.ofDays(1).minusSeconds(1));
        assertThat(identity.keys.find(key)).isPresent();
        identity.clock.advance(Duration.ofSeconds(1));
        assertThat(identity.keys.find(key)).isEmpty();
    }

    @Test
    void a_disabled_person_has_no_key() {
        String key = issue(Optional.empty(), Scope.GATEWAY).secret().reveal();
        identity.people.disable(person.id());
        assertThat(identity.keys.find(key)).isEmpty();
    }

    @Test
    void a_key_follows_its_person_s_roles() {
        String key = issue(Optional.empty(), Scope.GATEWAY).secret().reveal();
        identity.people.update(person.id(), person.name(), Set.of(Role.CLIENT), person.team());
        assertThat(identity.keys.find(key).orElseThrow().roles()).containsExactly(Role.CLIENT);
    }

    @Test
    void another_replica_follows_when_it_is_notified() {
        IdentityChanges elsewhere = new IdentityChanges(identity.jdbi);
        ApiKeys replica = new ApiKeys(identity.jdbi, elsewhere, identity.clock);
        String key = issue(Optional.empty(), Scope.GATEWAY).secret().reveal();
        assertThat(replica.find(key)).isEmpty();
        elsewhere.readAgain();
        assertThat(replica.find(key)).isPresent();
    }

    @Test
    void refuses_what_the_person_s_roles_do_not_allow() {
        assertThatThrownBy(() -> issue(Optional.of(Duration.ZERO), Scope.GATEWAY, Scope.METRICS))
                .isInstanceOfSatisfying(
                        AccountException.class,
                        rejected -> assertThat(rejected.faults())
                                .containsExactlyInAnyOrder(AccountFault.SCOPE_NOT_ALLOWED, AccountFault.EXPIRY_PAST));
    }
}
