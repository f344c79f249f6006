package org.vigie.charter;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Team;
import org.vigie.identity.Teams;
import org.vigie.kernel.Tally;
import org.vigie.kernel.Tally.Counted;

/** Who is asked to sign the charter in force, and who did. */
@Singleton
final class Signatories {
    private final Charter charter;
    private final People people;
    private final Teams teams;

    @Inject
    Signatories(Charter charter, People people, Teams teams) {
        this.charter = charter;
        this.people = people;
        this.teams = teams;
    }

    /**
     * @param team its name; empty for somebody without one
     * @param reminded when they were last shown a reminder of the version in force
     */
    record Line(Person person, String team, Optional<Signature> signature, Optional<Instant> reminded) {}

    /** How many people are asked to sign. */
    int expected() {
        return asked().size();
    }

    Tally tally() {
        Map<String, Counted> byTeam = new TreeMap<>();
        for (Line line : lines()) {
            Counted one = new Counted(1, line.signature().isPresent() ? 1 : 0);
            byTeam.merge(line.team(), one, Counted::and);
        }
        return Tally.of(byTeam);
    }

    /** Who has not signed first, then by name. */
    List<Line> lines() {
        Map<UUID, Signature> signed =
                charter.signatures().stream().collect(Collectors.toMap(Signature::person, one -> one));
        Map<UUID, Instant> reminded = charter.reminded();
        Map<String, String> names = teams.all().stream().collect(Collectors.toMap(Team::code, Team::name));
        return asked().stream()
                .map(person -> new Line(
                        person,
                        person.team()
                                .map(code -> names.getOrDefault(code, code))
                                .orElse(""),
                        Optional.ofNullable(signed.get(person.id())),
                        Optional.ofNullable(reminded.get(person.id()))))
                .sorted(Comparator.comparing(line -> line.signature().isPresent()))
                .toList();
    }

    private List<Person> asked() {
        return people.all().stream()
                .filter(Person::active)
                .filter(person -> Rights.allows(person.roles(), Right.SIGN_CHARTER))
                .toList();
    }
}
