package org.vigie.disclosure;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.identity.Person;
import org.vigie.identity.Role;

/**
 * Who may give which key. The first is that of the data protection officer or of the chief information security officer;
 * the second of somebody else who holds the other of these roles; where there is nobody, of a person who was named
 * beforehand. Nobody gives both, and nobody a key to their own traces.
 *
 * @param seconds never empty
 */
record TwoKeys(KeyHolder first, List<KeyHolder> seconds) {
    /** Whoever has one of these has a part in the keys already, or could take one. */
    private static final Set<Role> INSIDE = EnumSet.of(Role.DPO, Role.CISO, Role.ADMIN, Role.CIO);

    TwoKeys {
        seconds = List.copyOf(seconds);
    }

    /**
     * The keys to somebody's traces when another asks for them.
     *
     * @param people all that there are
     * @param namings all that there ever were
     * @throws Fault.Raised when the second key could not be given by anybody, or somebody asks for their own traces
     * @throws IllegalArgumentException when whoever asks holds neither role
     */
    static TwoKeys of(Person asking, UUID about, Collection<Person> people, Collection<Naming> namings, Instant now) {
        List<Capacity> mine = Stream.of(Capacity.DPO, Capacity.CISO)
                .filter(one -> has(asking, one))
                .toList();
        if (mine.isEmpty()) throw new IllegalArgumentException("neither role");
        if (asking.id().equals(about)) throw Fault.OWN_TRACES.raised();
        List<Person> others = people.stream()
                .filter(person ->
                        !person.id().equals(asking.id()) && !person.id().equals(about))
                .toList();
        for (Capacity capacity : mine) {
            Capacity other = capacity == Capacity.DPO ? Capacity.CISO : Capacity.DPO;
            List<KeyHolder> seconds = others.stream()
                    .filter(person -> has(person, other))
                    .map(person -> new KeyHolder(person.id(), other))
                    .toList();
            if (!seconds.isEmpty()) return new TwoKeys(new KeyHolder(asking.id(), capacity), seconds);
        }
        List<KeyHolder> named = namings.stream()
                .filter(naming -> naming.inForce() && naming.at().isBefore(now))
                .filter(naming -> others.stream()
                        .anyMatch(
                                person -> person.id().equals(naming.person()) && mayBeNamed(person, naming.capacity())))
                .map(naming -> new KeyHolder(naming.person(), naming.capacity()))
                .toList();
        if (named.isEmpty()) throw Fault.NO_SECOND_KEY.raised();
        return new TwoKeys(new KeyHolder(asking.id(), mine.getFirst()), named);
    }

    /** Whether somebody still is what they gave, or are to give, their key as. */
    static boolean stillHolds(KeyHolder holder, Optional<Person> person, Collection<Naming> namings) {
        return person.filter(known -> known.id().equals(holder.person()))
                .filter(known -> switch (holder.capacity()) {
                    case DPO, CISO -> has(known, holder.capacity());
                    case STAFF_REP, COUNSEL ->
                        mayBeNamed(known, holder.capacity())
                                && namings.stream()
                                        .anyMatch(naming -> naming.inForce()
                                                && naming.person().equals(known.id())
                                                && naming.capacity() == holder.capacity());
                })
                .isPresent();
    }

    private static boolean has(Person person, Capacity capacity) {
        return person.active() && person.roles().contains(capacity.role());
    }

    private static boolean mayBeNamed(Person person, Capacity capacity) {
        return person.active() && nameable(person, capacity).isEmpty();
    }

    /** What keeps somebody from being named. */
    static Optional<Fault> nameable(Person person, Capacity capacity) {
        if (!person.active()) return Optional.of(Fault.HOLDER_UNKNOWN);
        if (person.roles().stream().anyMatch(INSIDE::contains)) return Optional.of(Fault.HOLDER_NOT_OUTSIDE);
        if (capacity == Capacity.STAFF_REP && !person.roles().contains(Role.STAFF_REP)) {
            return Optional.of(Fault.HOLDER_NOT_STAFF_REP);
        }
        return Optional.empty();
    }
}
