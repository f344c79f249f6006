package org.vigie.disclosure;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;

/** Who was named to give second keys: each naming, and each end of one, is a numbered decision. */
@Singleton
final class KeyHolders {
    private final Jdbi jdbi;
    private final Decisions decisions;
    private final People people;

    @Inject
    KeyHolders(Jdbi jdbi, Decisions decisions, People people) {
        this.jdbi = jdbi;
        this.decisions = decisions;
        this.people = people;
    }

    /** The newest first, those that have ended too. */
    List<Naming> all() {
        return jdbi.withHandle(handle -> new DisclosureStore(handle).namings());
    }

    /**
     * Names somebody, for the requests that are opened from now on: those that are open already keep their holders.
     *
     * @param capacity staff representative or counsel
     * @throws Fault.Raised when this person cannot be named
     */
    DecisionRecord name(Caller by, UUID person, Capacity capacity, String motive) {
        if (capacity == Capacity.DPO || capacity == Capacity.CISO)
            throw new IllegalArgumentException("a role is given");
        if (motive.isBlank()) throw Fault.MOTIVE_MISSING.raised();
        if (person.equals(by.person())) throw Fault.HOLDER_IS_SELF.raised();
        Person named = people.find(person).orElseThrow(Fault.HOLDER_UNKNOWN::raised);
        TwoKeys.nameable(named, capacity).ifPresent(fault -> {
            throw fault.raised();
        });
        boolean known = all().stream()
                .anyMatch(naming -> naming.inForce() && naming.person().equals(person));
        if (known) throw Fault.HOLDER_KNOWN.raised();
        return decisions.enact(
                wanted(by, "key_holder.named", named, "Seconde clé des traces nominatives : " + named.name(), motive),
                enacting -> {
                    Naming naming = new Naming(
                            Ids.next(),
                            person,
                            capacity,
                            enacting.number(),
                            by.person(),
                            enacting.at(),
                            Optional.empty(),
                            Optional.empty());
                    if (!new DisclosureStore(enacting.handle()).insert(naming)) throw Fault.HOLDER_KNOWN.raised();
                    return List.of();
                });
    }

    /** Ends a naming: the person gives no key any more, to requests that are open neither. */
    DecisionRecord end(Caller by, UUID naming, String motive) {
        if (motive.isBlank()) throw Fault.MOTIVE_MISSING.raised();
        Naming ended = all().stream()
                .filter(one -> one.inForce() && one.id().equals(naming))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        Person person = people.find(ended.person()).orElseThrow();
        String subject = "Seconde clé des traces nominatives retirée : " + person.name();
        return decisions.enact(wanted(by, "key_holder.ended", person, subject, motive), enacting -> {
            if (!new DisclosureStore(enacting.handle()).end(naming, enacting.number(), enacting.at())) {
                throw new ProblemException(new Problem.NotFound());
            }
            return List.of();
        });
    }

    private static Decisions.Wanted wanted(Caller by, String action, Person about, String subject, String motive) {
        return new Decisions.Wanted(by, action, "key_holder:" + about.id(), subject, motive.strip());
    }
}
