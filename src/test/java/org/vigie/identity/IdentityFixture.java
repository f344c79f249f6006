package org.vigie.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;
import org.vigie.store.TestDatabase;

/** The module on a real database, with a clock that moves when it is told to. */
final class IdentityFixture {
    static final Secret PASSWORD = new Secret("une phrase assez longue");
    static final Secret WRONG = new Secret("une autre phrase longue");

    final Jdbi jdbi = TestDatabase.migrated();
    final MovingClock clock = new MovingClock();
    final IdentityChanges changes = new IdentityChanges(jdbi);
    final Passwords passwords = new Passwords();
    final People people = new People(jdbi, changes, passwords, clock);
    final Teams teams = new Teams(jdbi);
    final Sessions sessions = new Sessions(jdbi, clock);
    final ApiKeys keys = new ApiKeys(jdbi, changes, clock);
    final Throttle throttle = new Throttle(jdbi, clock);
    final SignIn signIn = new SignIn(people, throttle);
    final Directory directory = new Directory(jdbi, changes);
    final Bootstrap bootstrap = new Bootstrap(people, teams, keys);

    Person person(String email, Role... roles) {
        return people.create(
                new NewPerson(email, "Anaïs Durand", PASSWORD, Set.of(roles), Optional.empty(), Language.FRENCH));
    }

    static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-03-03T13:05:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
