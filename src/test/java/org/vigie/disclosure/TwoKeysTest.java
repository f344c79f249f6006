package org.vigie.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.identity.Person;
import org.vigie.identity.Role;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Language;

/** Who may give which key: every combination that must not open anything. */
class TwoKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");

    private final List<Person> people = new ArrayList<>();
    private final List<Naming> namings = new ArrayList<>();
    private final Person somebody = person(Role.EMPLOYEE);

    private Person person(boolean active, Role... roles) {
        UUID id = Ids.next();
        Person person =
                new Person(id, id + "@example.org", "N", Set.of(roles), Optional.empty(), Language.FRENCH, active);
        people.add(person);
        return person;
    }

    private Person person(Role... roles) {
        return person(true, roles);
    }

    private void named(Person person, Capacity capacity, Instant at, Optional<Instant> ended) {
        namings.add(new Naming(
                Ids.next(), person.id(), capacity, "D-2026-001", Ids.next(), at, ended, ended.map(_ -> "D-2026-002")));
    }

    private void named(Person person, Capacity capacity) {
        named(person, capacity, NOW.minusSeconds(60), Optional.empty());
    }

    private TwoKeys keys(Person asking, Person about) {
        return TwoKeys.of(asking, about.id(), people, namings, NOW);
    }

    private void refused(Person asking, Person about, Fault fault) {
        assertThatThrownBy(() -> keys(asking, about))
                .isInstanceOfSatisfying(
                        Fault.Raised.class,
                        raised -> assertThat(raised.faults()).containsExactly(fault));
    }

    @Test
    void the_other_role_gives_the_second_key() {
        Person dpo = person(Role.DPO);
        Person ciso = person(Role.CISO);
        assertThat(keys(dpo, somebody))
                .isEqualTo(new TwoKeys(
                        new KeyHolder(dpo.id(), Capacity.DPO), List.of(new KeyHolder(ciso.id(), Capacity.CISO))));
        assertThat(keys(ciso, somebody))
                .isEqualTo(new TwoKeys(
                        new KeyHolder(ciso.id(), Capacity.CISO), List.of(new KeyHolder(dpo.id(), Capacity.DPO))));
    }

    @Test
    void whoever_holds_neither_role_does_not_ask() {
        person(Role.DPO);
        person(Role.CISO);
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.DPO, Role.CISO))) {
            Person other = person(role);
            assertThatThrownBy(() -> keys(other, somebody))
                    .as(role.code())
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Person gone = person(false, Role.DPO);
        assertThatThrownBy(() -> keys(gone, somebody)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_of_the_same_role_are_not_two_keys() {
        Person dpo = person(Role.DPO);
        person(Role.DPO);
        refused(dpo, somebody, Fault.NO_SECOND_KEY);
    }

    @Test
    void one_person_with_both_roles_does_not_give_both_keys() {
        Person both = person(Role.DPO, Role.CISO);
        refused(both, somebody, Fault.NO_SECOND_KEY);
        Person ciso = person(Role.CISO);
        assertThat(keys(both, somebody))
                .isEqualTo(new TwoKeys(
                        new KeyHolder(both.id(), Capacity.DPO), List.of(new KeyHolder(ciso.id(), Capacity.CISO))));
    }

    @Test
    void with_both_roles_one_asks_as_what_the_second_is_not() {
        Person both = person(Role.DPO, Role.CISO);
        Person dpo = person(Role.DPO);
        assertThat(keys(both, somebody))
                .isEqualTo(new TwoKeys(
                        new KeyHolder(both.id(), Capacity.CISO), List.of(new KeyHolder(dpo.id(), Capacity.DPO))));
    }

    @Test
    void nobody_gives_a_key_to_their_own_traces() {
        Person dpo = person(Role.DPO);
        Person ciso = person(Role.CISO);
        refused(dpo, dpo, Fault.OWN_TRACES);
        refused(dpo, ciso, Fault.NO_SECOND_KEY);
        Person representative = person(Role.STAFF_REP);
        named(representative, Capacity.STAFF_REP);
        assertThat(keys(dpo, ciso).seconds()).containsExactly(new KeyHolder(representative.id(), Capacity.STAFF_REP));
        Person alone = person(Role.CISO, Role.DPO);
        people.removeAll(List.of(dpo, ciso));
        refused(alone, representative, Fault.NO_SECOND_KEY);
    }

    @Test
    void a_closed_account_gives_no_key() {
        Person dpo = person(Role.DPO);
        person(false, Role.CISO);
        named(person(false, Role.STAFF_REP), Capacity.STAFF_REP);
        refused(dpo, somebody, Fault.NO_SECOND_KEY);
    }

    @Test
    void where_the_other_role_has_a_holder_nobody_who_was_named_stands_in() {
        Person dpo = person(Role.DPO);
        Person ciso = person(Role.CISO);
        named(person(Role.STAFF_REP), Capacity.STAFF_REP);
        assertThat(keys(dpo, somebody).seconds()).containsExactly(new KeyHolder(ciso.id(), Capacity.CISO));
    }

    @Test
    void only_who_was_named_before_and_still_is_stands_in() {
        Person dpo = person(Role.DPO);
        Person representative = person(Role.STAFF_REP);
        refused(dpo, somebody, Fault.NO_SECOND_KEY);
        named(representative, Capacity.STAFF_REP, NOW, Optional.empty());
        refused(dpo, somebody, Fault.NO_SECOND_KEY);
        namings.clear();
        named(representative, Capacity.STAFF_REP, NOW.minusSeconds(60), Optional.of(NOW.minusSeconds(5)));
        refused(dpo, somebody, Fault.NO_SECOND_KEY);
        named(representative, Capacity.STAFF_REP, NOW.minusSeconds(1), Optional.empty());
        assertThat(keys(dpo, somebody).seconds())
                .containsExactly(new KeyHolder(representative.id(), Capacity.STAFF_REP));
    }

    @Test
    void who_was_named_loses_it_with_what_they_were_named_for() {
        Person dpo = person(Role.DPO);
        named(person(Role.EMPLOYEE), Capacity.STAFF_REP);
        refused(dpo, somebody, Fault.NO_SECOND_KEY);
        for (Role inside : List.of(Role.ADMIN, Role.CIO, Role.DPO)) {
            named(person(inside, Role.STAFF_REP), Capacity.STAFF_REP);
            named(person(inside), Capacity.COUNSEL);
        }
        refused(dpo, somebody, Fault.NO_SECOND_KEY);
        Person counsel = person(Role.LEGAL);
        named(counsel, Capacity.COUNSEL);
        assertThat(keys(dpo, somebody).seconds()).containsExactly(new KeyHolder(counsel.id(), Capacity.COUNSEL));
    }

    @Test
    void a_key_is_held_as_long_as_what_gave_it() {
        Person ciso = person(Role.CISO);
        KeyHolder key = new KeyHolder(ciso.id(), Capacity.CISO);
        assertThat(TwoKeys.stillHolds(key, Optional.of(ciso), namings)).isTrue();
        assertThat(TwoKeys.stillHolds(key, Optional.empty(), namings)).isFalse();
        assertThat(TwoKeys.stillHolds(key, Optional.of(person(Role.CISO)), namings))
                .isFalse();
        KeyHolder asDpo = new KeyHolder(ciso.id(), Capacity.DPO);
        assertThat(TwoKeys.stillHolds(asDpo, Optional.of(ciso), namings)).isFalse();
        Person representative = person(Role.STAFF_REP);
        KeyHolder named = new KeyHolder(representative.id(), Capacity.STAFF_REP);
        assertThat(TwoKeys.stillHolds(named, Optional.of(representative), namings))
                .isFalse();
        named(representative, Capacity.COUNSEL);
        assertThat(TwoKeys.stillHolds(named, Optional.of(representative), namings))
                .isFalse();
        named(representative, Capacity.STAFF_REP);
        assertThat(TwoKeys.stillHolds(named, Optional.of(representative), namings))
                .isTrue();
    }

    /** Whatever the roles and the namings: two people, neither the one concerned, and both roles or a naming of before. */
    @Test
    void whatever_the_firm_two_distinct_people_hold_the_keys() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int opened = 0;
        for (int run = 0; run < 5_000; run++) {
            people.clear();
            namings.clear();
            for (int i = 0; i < 5; i++) {
                Set<Role> roles = EnumSet.of(Role.EMPLOYEE);
                for (Role role : List.of(Role.DPO, Role.CISO, Role.STAFF_REP, Role.ADMIN)) {
                    if (random.nextInt(4) == 0) roles.add(role);
                }
                Person one = person(random.nextInt(8) > 0, roles.toArray(Role[]::new));
                if (random.nextInt(3) == 0) {
                    named(
                            one,
                            random.nextBoolean() ? Capacity.STAFF_REP : Capacity.COUNSEL,
                            NOW.plusSeconds(random.nextInt(3) - 1),
                            random.nextInt(4) == 0 ? Optional.of(NOW) : Optional.empty());
                }
            }
            Person asking = people.get(random.nextInt(5));
            Person about = people.get(random.nextInt(5));
            TwoKeys keys;
            try {
                keys = keys(asking, about);
            } catch (Fault.Raised | IllegalArgumentException shut) {
                continue;
            }
            opened++;
            assertThat(keys.seconds()).as("seed %d", seed).isNotEmpty().allSatisfy(second -> {
                assertThat(second.person()).isNotEqualTo(asking.id()).isNotEqualTo(about.id());
                assertThat(asking.id()).isNotEqualTo(about.id());
                Person holder = people.stream()
                        .filter(person -> person.id().equals(second.person()))
                        .findFirst()
                        .orElseThrow();
                assertThat(holder.active()).isTrue();
                assertThat(asking.roles()).contains(keys.first().capacity().role());
                switch (second.capacity()) {
                    case DPO, CISO -> {
                        assertThat(holder.roles()).contains(second.capacity().role());
                        assertThat(second.capacity()).isNotEqualTo(keys.first().capacity());
                    }
                    case STAFF_REP, COUNSEL ->
                        assertThat(namings)
                                .anyMatch(naming -> naming.person().equals(holder.id())
                                        && naming.inForce()
                                        && naming.at().isBefore(NOW));
                }
            });
        }
        assertThat(opened).isGreaterThan(100);
    }
}
