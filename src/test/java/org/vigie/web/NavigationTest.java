package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;

class NavigationTest {
    @Test
    void shows_an_employee_no_room_of_administrators() {
        Navigation navigation = Navigation.of(caller(Role.EMPLOYEE), "/chat");

        assertThat(navigation.bar()).containsExactly(Room.ASSISTANT, Room.DOCUMENTS, Room.LIBRARY);
    }

    @Test
    void shows_nobody_a_door_that_does_not_open_to_them() {
        assertThat(Navigation.of(caller(Role.CLIENT), "/attestations").sections())
                .flatExtracting(Navigation.Section::rooms)
                .containsExactly(Room.ATTESTATIONS);
        assertThat(Navigation.firstPath(caller(Role.CLIENT))).isEqualTo("/attestations");
    }

    @Test
    void groups_rooms_under_headings_that_have_some() {
        Navigation navigation = Navigation.of(caller(Role.ADMIN), "/chat");

        assertThat(navigation.sections())
                .extracting(Navigation.Section::group)
                .containsExactly(
                        Room.Group.WORK, Room.Group.RULES, Room.Group.TOWER, Room.Group.MEASURE, Room.Group.SETTINGS);
    }

    @Test
    void knows_where_one_is_below_a_room_too() {
        Navigation navigation = Navigation.of(caller(Role.EMPLOYEE), "/chat/0199");

        assertThat(navigation.isHere(Room.ASSISTANT)).isTrue();
        assertThat(navigation.isHere(Room.KEYS)).isFalse();
    }

    @Test
    void does_not_take_a_longer_name_for_the_room() {
        assertThat(Room.at("/chatter")).isEmpty();
    }

    private static Caller caller(Role role) {
        return new Caller(
                UUID.randomUUID(),
                "a@example.org",
                "A",
                Set.of(role),
                Optional.empty(),
                new Caller.Credential.Session(UUID.randomUUID()));
    }
}
