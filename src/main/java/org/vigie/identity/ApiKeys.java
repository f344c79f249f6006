package org.vigie.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Secret;

/**
 * Access keys for programs. All usable ones are held in memory, by their SHA-256, so that a request makes no SQL; the
 * map is read again at every change of people or keys, here before the change returns, elsewhere at its notification.
 */
@Singleton
public final class ApiKeys {
    /** A key that a file or an administrator sets has at least this many characters. */
    public static final int SHORTEST = 32;

    private static final String MARK = "vigie_";
    private static final int SHOWN = MARK.length() + 5;
    private static final int LONGEST = 512;

    private final Jdbi jdbi;
    private final IdentityChanges changes;
    private final Clock clock;
    private volatile Map<ByteBuffer, ApiKeyStore.Usable> usable = Map.of();

    @Inject
    ApiKeys(Jdbi jdbi, IdentityChanges changes) {
        this(jdbi, changes, Clock.systemUTC());
    }

    ApiKeys(Jdbi jdbi, IdentityChanges changes, Clock clock) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.clock = clock;
        changes.readWith(this::read);
    }

    /** Who presents this key; empty when it is unknown, expired or revoked, or its person disabled. Makes no SQL. */
    public Optional<Caller> find(String presented) {
        if (presented.length() < SHORTEST || presented.length() > LONGEST) return Optional.empty();
        return Optional.ofNullable(usable.get(ByteBuffer.wrap(Digests.sha256(presented))))
                .filter(key -> key.expiresAt().map(Instant.now(clock)::isBefore).orElse(true))
                .map(ApiKeyStore.Usable::caller);
    }

    /**
     * @return the key, which can be read here and never again
     * @throws AccountException when it has no name, no scope, one that the person's roles do not allow, or an expiry
     *     that is past
     */
    public ApiKey.Issued issue(Person person, ApiKey.Wanted wanted) {
        EnumSet<AccountFault> faults = EnumSet.noneOf(AccountFault.class);
        if (wanted.name().isEmpty()) faults.add(AccountFault.NAME_MISSING);
        if (wanted.name().length() > People.LONGEST_NAME) faults.add(AccountFault.NAME_TOO_LONG);
        if (wanted.scopes().isEmpty()) faults.add(AccountFault.SCOPE_MISSING);
        if (!Rights.scopesFor(person.roles()).containsAll(wanted.scopes())) faults.add(AccountFault.SCOPE_NOT_ALLOWED);
        if (wanted.expiresAt().filter(at -> !at.isAfter(Instant.now(clock))).isPresent())
            faults.add(AccountFault.EXPIRY_PAST);
        AccountException.unlessEmpty(faults);
        Secret secret = new Secret(MARK + Digests.token());
        return new ApiKey.Issued(store(person.id(), wanted, secret).orElseThrow(), secret);
    }

    /**
     * Takes a key that the configuration file sets.
     *
     * @return empty when it is known already, revoked or not
     * @throws IllegalArgumentException when it has fewer than {@value #SHORTEST} characters
     */
    Optional<ApiKey> adopt(UUID person, ApiKey.Wanted wanted, Secret secret) {
        if (secret.reveal().length() < SHORTEST)
            throw new IllegalArgumentException(
                    "The key « " + wanted.name() + " » has fewer than " + SHORTEST + " characters");
        return store(person, wanted, secret);
    }

    /** The person's keys, dead ones too, the newest first. */
    public List<ApiKey> of(UUID person) {
        return jdbi.withHandle(handle -> new ApiKeyStore(handle).of(person));
    }

    /** @return whether the person had such a key; when this returns, no request is admitted by it any more */
    public boolean revoke(UUID person, UUID key) {
        return changes.commit(handle -> new ApiKeyStore(handle).revoke(person, key, Instant.now(clock)));
    }

    /** Revokes every key that is bound to a mission or a use case: it has ended. @return how many there were */
    public int revokeBound(ApiKey.Binding binding) {
        return changes.commit(handle -> new ApiKeyStore(handle).revokeBound(binding, Instant.now(clock)));
    }

    private Optional<ApiKey> store(UUID person, ApiKey.Wanted wanted, Secret secret) {
        ApiKey key = new ApiKey(
                Ids.next(),
                wanted.name(),
                shown(secret.reveal()),
                wanted.scopes(),
                wanted.binding(),
                Instant.now(clock),
                wanted.expiresAt(),
                Optional.empty());
        boolean added =
                changes.commit(handle -> new ApiKeyStore(handle).insert(key, Digests.sha256(secret.reveal()), person));
        return added ? Optional.of(key) : Optional.empty();
    }

    /** Five characters of a key of ours; of a foreign one, which may be less random, only four. */
    private static String shown(String key) {
        return key.substring(0, key.startsWith(MARK) ? SHOWN : 4);
    }

    private void read() {
        List<ApiKeyStore.Usable> read = jdbi.withHandle(handle -> new ApiKeyStore(handle).usable(Instant.now(clock)));
        usable = read.stream().collect(Collectors.toUnmodifiableMap(key -> ByteBuffer.wrap(key.hash()), key -> key));
    }
}
