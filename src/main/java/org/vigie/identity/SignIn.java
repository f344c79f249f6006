package org.vigie.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.vigie.kernel.Secret;

/** Checks e-mail and password, slowed down by {@link Throttle}. Opens no session. */
@Singleton
public final class SignIn {
    private static final UUID NOBODY = new UUID(0, 0);

    private final People people;
    private final Throttle throttle;

    @Inject
    SignIn(People people, Throttle throttle) {
        this.people = people;
        this.throttle = throttle;
    }

    /** How an attempt ended. Nothing tells an unknown account from a wrong password or a disabled one. */
    public sealed interface Attempt {
        record Accepted(Person person) implements Attempt {}

        record Wrong() implements Attempt {}

        /** Too many failures: the password was not looked at. @param delay whole seconds, at least one */
        record TooEarly(Duration delay) implements Attempt {}
    }

    /**
     * @param email in any case
     * @param address the client's IP address
     * @throws org.vigie.kernel.ProblemException when too many passwords are being verified
     */
    public Attempt attempt(String email, Secret password, String address) {
        String account = email.strip().toLowerCase(Locale.ROOT);
        Optional<Duration> delay = throttle.attempt(Throttle.Kind.ADDRESS, address)
                .or(() -> throttle.attempt(Throttle.Kind.ACCOUNT, account));
        if (delay.isPresent()) return new Attempt.TooEarly(delay.get());
        Optional<Person> person = people.find(account);
        boolean right = people.verify(person.map(Person::id).orElse(NOBODY), password);
        if (!right || person.isEmpty()) return new Attempt.Wrong();
        throttle.succeeded(account, address);
        return new Attempt.Accepted(person.get());
    }
}
