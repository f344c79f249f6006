package org.vigie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.identity.ApiKey;
import org.vigie.identity.Caller;
import org.vigie.kernel.DataClass;

class SpaceTest {
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final UUID EVE = new UUID(0, 3);

    private static Space space(Optional<String> mission, Set<UUID> missionMembers) {
        return new Space(
                new UUID(1, 0),
                "Contrats",
                "",
                DataClass.C1,
                mission,
                Optional.empty(),
                List.of(
                        new Grant.OfPerson(ADA, Access.OWNER),
                        new Grant.OfPerson(BEN, Access.READER),
                        new Grant.OfTeam("conseil", Access.CONTRIBUTOR)),
                missionMembers,
                1);
    }

    private static Caller caller(UUID person, String team) {
        return Library.caller(person, "x", team, new Caller.Credential.Session(new UUID(9, 9)));
    }

    private static Caller key(Optional<String> mission, Optional<String> useCase) {
        return Library.caller(
                ADA,
                "x",
                "",
                new Caller.Credential.Key(
                        new UUID(9, 9), Set.of(Caller.Scope.API_READ), new ApiKey.Binding(mission, useCase)));
    }

    @Test
    void it_is_open_to_those_that_it_names_as_far_as_it_says() {
        Space space = space(Optional.empty(), Set.of());
        assertThat(space.access(caller(ADA, ""))).contains(Access.OWNER);
        assertThat(space.access(caller(BEN, ""))).contains(Access.READER);
        assertThat(space.access(caller(BEN, "conseil"))).contains(Access.CONTRIBUTOR);
        assertThat(space.access(caller(EVE, "conseil"))).contains(Access.CONTRIBUTOR);
        assertThat(space.access(caller(EVE, "etudes"))).isEmpty();
        assertThat(space.access(caller(EVE, ""))).isEmpty();
    }

    @Test
    void a_mission_closes_it_to_all_but_its_own() {
        Space space = space(Optional.of("NOVA"), Set.of(BEN));
        assertThat(space.access(caller(BEN, ""))).contains(Access.READER);
        assertThat(space.access(caller(ADA, ""))).isEmpty();
        assertThat(space.access(caller(EVE, "conseil"))).isEmpty();
    }

    @Test
    void a_bound_key_reads_its_mission_alone_and_one_of_a_use_case_nothing() {
        Space free = space(Optional.empty(), Set.of());
        Space nova = space(Optional.of("NOVA"), Set.of(ADA));
        Caller plain = key(Optional.empty(), Optional.empty());
        Caller ofNova = key(Optional.of("NOVA"), Optional.empty());
        Caller ofOrion = key(Optional.of("ORION"), Optional.empty());
        Caller ofUseCase = key(Optional.empty(), Optional.of("TRI"));
        assertThat(List.of(plain, ofNova, ofOrion, ofUseCase).stream()
                        .map(free::access)
                        .map(Optional::isPresent))
                .containsExactly(true, false, false, false);
        assertThat(List.of(plain, ofNova, ofOrion, ofUseCase).stream()
                        .map(nova::access)
                        .map(Optional::isPresent))
                .containsExactly(true, true, false, false);
    }
}
