package org.vigie.rules;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Role;
import org.vigie.policy.DecisionRecord;

/** Whom to speak to about a decision. */
public record Contact(String name, String email) {
    /** So many administrators are named where nobody else can be. */
    private static final int ENOUGH = 3;

    /** Whoever took it, while they are here; else administrators, who answer for what nobody decided too. */
    static List<Contact> of(DecisionRecord decision, People people) {
        List<Contact> decider = contacts(decision.by().flatMap(people::find).stream());
        if (!decider.isEmpty()) return decider;
        return contacts(people.all().stream().filter(one -> one.roles().contains(Role.ADMIN)));
    }

    private static List<Contact> contacts(Stream<Person> people) {
        return people.filter(Person::active)
                .limit(ENOUGH)
                .map(one -> new Contact(one.name(), one.email()))
                .toList();
    }
}
