package org.vigie.budget;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Role;
import org.vigie.identity.Team;
import org.vigie.identity.Teams;
import org.vigie.metering.Subject;
import org.vigie.mission.Mission;
import org.vigie.mission.Missions;
import org.vigie.usecase.UseCase;
import org.vigie.usecase.UseCases;

/** Who stands behind a subject: its name, who answers for it, how many they are. */
@Singleton
final class Subjects {
    private final People people;
    private final Teams teams;
    private final Missions missions;
    private final UseCases useCases;

    @Inject
    Subjects(People people, Teams teams, Missions missions, UseCases useCases) {
        this.people = people;
        this.teams = teams;
        this.missions = missions;
        this.useCases = useCases;
    }

    /** Empty for one that does not exist, or exists no more. */
    Optional<String> name(Subject subject) {
        return switch (subject.kind()) {
            case PERSON ->
                people.find(UUID.fromString(subject.id()))
                        .filter(Person::active)
                        .map(Person::name);
            case TEAM ->
                teams.all().stream()
                        .filter(team -> team.code().equals(subject.id()))
                        .map(Team::name)
                        .findFirst();
            case MISSION ->
                missions.known(subject.id())
                        .filter(mission -> mission.state() != Mission.State.CLOSED)
                        .map(Mission::name);
            case USE_CASE ->
                useCases.known(subject.id())
                        .filter(one -> one.state() != UseCase.State.STOPPED)
                        .map(UseCase::title);
            case ORG -> Optional.of("");
            case KEY -> Optional.empty();
        };
    }

    /** Whom an alert is for. Teams have no head of their own here: whoever heads information systems answers for them. */
    Set<UUID> readers(Subject subject) {
        return switch (subject.kind()) {
            case PERSON ->
                people.find(UUID.fromString(subject.id())).map(Person::id).stream()
                        .collect(Collectors.toSet());
            case MISSION ->
                missions.known(subject.id()).map(Mission::manager).stream().collect(Collectors.toSet());
            case USE_CASE ->
                useCases.known(subject.id()).map(UseCase::owner).stream().collect(Collectors.toSet());
            case TEAM, ORG -> heads();
            case KEY -> Set.of();
        };
    }

    private Set<UUID> heads() {
        Set<UUID> heads = having(Role.CIO);
        return heads.isEmpty() ? having(Role.ADMIN) : heads;
    }

    private Set<UUID> having(Role role) {
        return people.all().stream()
                .filter(person -> person.active() && person.roles().contains(role))
                .map(Person::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many people use what counts against it. */
    int size(Subject subject) {
        return switch (subject.kind()) {
            case PERSON, KEY -> 1;
            case TEAM -> teams.sizes().getOrDefault(subject.id(), 0);
            case MISSION ->
                missions.known(subject.id())
                        .map(mission -> mission.members().size())
                        .orElse(0);
            case USE_CASE ->
                (int) useCases.known(subject.id()).stream()
                        .flatMap(UseCase::users)
                        .count();
            case ORG -> (int) people.all().stream().filter(Person::active).count();
        };
    }
}
