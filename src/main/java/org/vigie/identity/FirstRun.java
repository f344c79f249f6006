package org.vigie.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;

/**
 * The first administrator of an empty instance, made by whoever can read what the start prints: a code that lives in
 * this process's memory and works once.
 */
@Singleton
public final class FirstRun {
    /** Crockford's base 32: no I, L, O, U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Twelve characters: 60 bits, for as long as the process lives. */
    private static final int LENGTH = 12;

    private final Jdbi jdbi;
    private final People people;
    private final Throttle throttle;
    private final String code = newCode();

    @Inject
    FirstRun(Jdbi jdbi, People people, Throttle throttle) {
        this.jdbi = jdbi;
        this.people = people;
        this.throttle = throttle;
    }

    /** The one-time code, as {@code 7K3M-Q2XP-9TRW}, while no active administrator exists. */
    public Optional<String> code() {
        boolean administered = jdbi.withHandle(handle -> new PersonStore(handle).hasAdministrator());
        return administered ? Optional.empty() : Optional.of(code);
    }

    /** What became of a try to use the code. */
    public sealed interface Claim {
        record Accepted(Person administrator) implements Claim {}

        record TooEarly(Duration delay) implements Claim {}
    }

    /**
     * Creates the administrator.
     *
     * @param presented in any case, with or without hyphens
     * @param address the client's IP address, slowed down as at the sign-in
     * @throws AccountException when the code is wrong or used up, or the account cannot be made so
     */
    public Claim claim(
            String presented, String email, String name, Secret password, Language language, String address) {
        Optional<Duration> delay = throttle.attempt(Throttle.Kind.ADDRESS, address);
        if (delay.isPresent()) return new Claim.TooEarly(delay.get());
        AccountException.when(!matches(presented) || code().isEmpty(), AccountFault.CODE_WRONG);
        return new Claim.Accepted(people.createFirstAdministrator(
                new NewPerson(email, name, password, Set.of(Role.ADMIN, Role.EMPLOYEE), Optional.empty(), language)));
    }

    private boolean matches(String presented) {
        return MessageDigest.isEqual(bare(presented), bare(code));
    }

    private static byte[] bare(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "").getBytes(StandardCharsets.UTF_8);
    }

    private static String newCode() {
        SecureRandom random = new SecureRandom();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % 4 == 0) code.append('-');
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
