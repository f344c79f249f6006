package org.vigie.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;

class PeopleTest {
    private final IdentityFixture identity = new IdentityFixture();

    @Test
    void finds_an_account_whatever_the_case_of_its_address() {
        Person made = identity.person("A.Durand@Example.org", Role.EMPLOYEE);
        assertThat(made.email()).isEqualTo("a.durand@example.org");
        assertThat(identity.people.find(" a.DURAND@example.ORG ")).contains(made);
        assertFaults(() -> identity.person("a.durand@EXAMPLE.org", Role.EMPLOYEE), AccountFault.EMAIL_TAKEN);
    }

    @Test
    void names_every_fault_at_once() {
        NewPerson empty =
                new NewPerson("nobody", " ", new Secret("court"), Set.of(), Optional.empty(), Language.FRENCH);
        assertFaults(
                () -> identity.people.create(empty),
                AccountFault.EMAIL_INVALID,
                AccountFault.NAME_MISSING,
                AccountFault.PASSWORD_TOO_SHORT,
                AccountFault.ROLE_MISSING);
        assertThat(identity.people.all()).isEmpty();
    }

    @Test
    void refuses_a_team_that_does_not_exist() {
        NewPerson lost = new NewPerson(
                "a@example.org",
                "A",
                IdentityFixture.PASSWORD,
                Set.of(Role.EMPLOYEE),
                Optional.of("lune"),
                Language.FRENCH);
        assertFaults(() -> identity.people.create(lost), AccountFault.TEAM_UNKNOWN);
    }

    @Test
    void verifies_passwords_of_active_people_only() {
        identity.person("admin@example.org", Role.ADMIN);
        UUID person = identity.person("a@example.org", Role.EMPLOYEE).id();
        assertThat(identity.people.verify(person, IdentityFixture.PASSWORD)).isTrue();
        assertThat(identity.people.verify(person, IdentityFixture.WRONG)).isFalse();
        assertThat(identity.people.verify(UUID.randomUUID(), IdentityFixture.PASSWORD))
                .isFalse();
        identity.people.disable(person);
        assertThat(identity.people.verify(person, IdentityFixture.PASSWORD)).isFalse();
        identity.people.enable(person);
        assertThat(identity.people.verify(person, IdentityFixture.PASSWORD)).isTrue();
    }

    @Test
    void keeps_at_least_one_administrator() {
        Person admin = identity.person("admin@example.org", Role.ADMIN);
        assertFaults(() -> identity.people.disable(admin.id()), AccountFault.LAST_ADMINISTRATOR);
        assertFaults(
                () -> identity.people.update(admin.id(), "Admin", Set.of(Role.EMPLOYEE), Optional.empty()),
                AccountFault.LAST_ADMINISTRATOR);
        assertThat(identity.people.find(admin.id())).contains(admin);
        identity.person("second@example.org", Role.ADMIN);
        identity.people.disable(admin.id());
        assertThat(identity.people.find(admin.id()).orElseThrow().active()).isFalse();
    }

    @Test
    void changes_name_roles_and_team() {
        identity.person("admin@example.org", Role.ADMIN);
        identity.teams.create(new Team("conseil", "Conseil"));
        UUID person = identity.person("a@example.org", Role.EMPLOYEE).id();
        identity.people.update(person, " Anaïs Leroy ", Set.of(Role.DPO, Role.AUDITOR), Optional.of("conseil"));
        assertThat(identity.people.find(person).orElseThrow())
                .isEqualTo(new Person(
                        person,
                        "a@example.org",
                        "Anaïs Leroy",
                        Set.of(Role.DPO, Role.AUDITOR),
                        Optional.of("conseil"),
                        Language.FRENCH,
                        true));
    }

    @Test
    void a_changed_password_ends_the_other_sessions_and_keeps_this_one() {
        Person person = identity.person("a@example.org", Role.EMPLOYEE);
        String here = identity.sessions.open(person.id()).reveal();
        String elsewhere = identity.sessions.open(person.id()).reveal();
        UUID session = identity.sessions.find(here).orElseThrow().id();
        assertFaults(
                () -> identity.people.changePassword(
                        person.id(), session, IdentityFixture.WRONG, new Secret("la nouvelle phrase")),
                AccountFault.PASSWORD_WRONG);
        identity.people.changePassword(
                person.id(), session, IdentityFixture.PASSWORD, new Secret("la nouvelle phrase"));
        assertThat(identity.sessions.find(here)).isPresent();
        assertThat(identity.sessions.find(elsewhere)).isEmpty();
        assertThat(identity.people.verify(person.id(), new Secret("la nouvelle phrase")))
                .isTrue();
    }

    @Test
    void a_reset_password_ends_every_session() {
        Person person = identity.person("a@example.org", Role.EMPLOYEE);
        String token = identity.sessions.open(person.id()).reveal();
        Secret generated = identity.people.resetPassword(person.id());
        assertThat(identity.sessions.find(token)).isEmpty();
        assertThat(identity.people.verify(person.id(), generated)).isTrue();
    }

    @Test
    void tells_the_directory_of_every_active_name() {
        identity.person("admin@example.org", Role.ADMIN);
        UUID person = identity.people
                .create(new NewPerson(
                        "b@example.org",
                        "Bruno Petit",
                        IdentityFixture.PASSWORD,
                        Set.of(Role.EMPLOYEE),
                        Optional.empty(),
                        Language.FRENCH))
                .id();
        assertThat(identity.directory.names()).containsExactlyInAnyOrder("Anaïs Durand", "Bruno Petit");
        identity.people.disable(person);
        assertThat(identity.directory.names()).containsExactly("Anaïs Durand");
    }

    private static void assertFaults(ThrowingCallable act, AccountFault... faults) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        AccountException.class,
                        rejected -> assertThat(rejected.faults()).containsExactlyInAnyOrder(faults));
    }
}
