package org.vigie.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;

class FirstRunTest {
    private static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");

    private final IdentityFixture identity = new IdentityFixture();
    private final FirstRun firstRun = new FirstRun(identity.jdbi, identity.people, identity.throttle);

    private FirstRun.Claim claim(String code) {
        return firstRun.claim(
                code, "admin@example.org", "Camille Martin", IdentityFixture.PASSWORD, Language.FRENCH, "192.0.2.1");
    }

    @Test
    void the_code_makes_one_administrator_and_is_used_up() {
        String code = firstRun.code().orElseThrow();
        assertThat(claim(code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isInstanceOfSatisfying(
                        FirstRun.Claim.Accepted.class,
                        made -> assertThat(made.administrator().roles()).contains(Role.ADMIN));
        assertThat(firstRun.code()).isEmpty();
        assertThatThrownBy(() -> claim(code))
                .isInstanceOf(AccountException.class)
                .hasMessage("[CODE_WRONG]");
        assertThat(identity.people.all()).hasSize(1);
    }

    @Test
    void a_wrong_code_makes_nobody_and_guessing_is_slowed_down() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> claim("0000-0000-0000")).hasMessage("[CODE_WRONG]");
        }
        assertThat(claim("0000-0000-0000")).isInstanceOf(FirstRun.Claim.TooEarly.class);
        assertThat(identity.people.all()).isEmpty();
    }

    @Test
    void the_configuration_creates_what_is_missing() {
        identity.bootstrap.apply(wanted());
        assertThat(firstRun.code()).isEmpty();
        assertThat(identity.people.find("a.durand@example.org").orElseThrow()).satisfies(person -> {
            assertThat(person.name()).isEqualTo("A. Durand");
            assertThat(person.roles()).containsExactly(Role.EMPLOYEE);
            assertThat(person.team()).contains("conseil");
        });
        assertThat(identity.keys.find(KEY.reveal()).orElseThrow().email()).isEqualTo("a.durand@example.org");
    }

    @Test
    void the_configuration_resets_revives_and_restores_nothing() {
        identity.bootstrap.apply(wanted());
        Person person = identity.people.find("a.durand@example.org").orElseThrow();
        Secret password = identity.people.resetPassword(person.id());
        identity.people.update(person.id(), "Anaïs", Set.of(Role.CLIENT), Optional.empty());
        identity.keys.revoke(
                person.id(), identity.keys.of(person.id()).getFirst().id());
        identity.teams.rename(new Team("conseil", "Conseil et audit"));

        identity.bootstrap.apply(wanted());

        assertThat(identity.people.verify(person.id(), password)).isTrue();
        assertThat(identity.people.find(person.id()).orElseThrow().roles()).containsExactly(Role.CLIENT);
        assertThat(identity.keys.find(KEY.reveal())).isEmpty();
        assertThat(identity.keys.of(person.id())).hasSize(1);
        assertThat(identity.teams.all()).containsExactly(new Team("conseil", "Conseil et audit"));
    }

    @Test
    void the_configuration_says_which_entry_is_wrong() {
        var lost = new VigieConfiguration.Bootstrap(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new VigieConfiguration.ApiKey("ci", KEY, "nobody@example.org")));
        assertThatThrownBy(() -> identity.bootstrap.apply(lost))
                .hasMessage("bootstrap: key ci: nobody has the address nobody@example.org");
    }

    private static VigieConfiguration.Bootstrap wanted() {
        return new VigieConfiguration.Bootstrap(
                Optional.of(new VigieConfiguration.Admin("admin@example.org", new Secret("x"))),
                List.of(new VigieConfiguration.Team("conseil", "Conseil")),
                List.of(new VigieConfiguration.User(
                        "a.durand@example.org",
                        Optional.empty(),
                        new Secret("y"),
                        List.of("employee"),
                        Optional.of("conseil"))),
                List.of(new VigieConfiguration.ApiKey("ci", KEY, "a.durand@example.org")));
    }
}
