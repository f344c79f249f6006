package org.vigie.knowledge;

import java.util.UUID;
import org.vigie.identity.Caller;

/** To whom a space is open, and how far. */
public sealed interface Grant {
    Access access();

    boolean isTo(Caller caller);

    record OfPerson(UUID person, Access access) implements Grant {
        @Override
        public boolean isTo(Caller caller) {
            return caller.person().equals(person);
        }
    }

    /** @param team its code; whoever is in it at the time */
    record OfTeam(String team, Access access) implements Grant {
        @Override
        public boolean isTo(Caller caller) {
            return caller.team().filter(team::equals).isPresent();
        }
    }
}
