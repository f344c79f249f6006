package org.vigie.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An access key, without the key itself: that is shown once.
 *
 * @param prefix its first characters, to recognise it
 * @param binding for what alone it may be used
 */
public record ApiKey(
        UUID id,
        String name,
        String prefix,
        Set<Caller.Scope> scopes,
        Binding binding,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean live(Instant now) {
        return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }

    /** The codes of the only mission and the only use case that a key is for; none where it is for all. */
    public record Binding(Optional<String> mission, Optional<String> useCase) {
        public static final Binding NONE = new Binding(Optional.empty(), Optional.empty());
    }

    /** What a key is made of before it exists. */
    public record Wanted(String name, Set<Caller.Scope> scopes, Binding binding, Optional<Instant> expiresAt) {
        public Wanted {
            name = name.strip();
            scopes = Set.copyOf(scopes);
        }

        public Wanted(String name, Set<Caller.Scope> scopes, Optional<Instant> expiresAt) {
            this(name, scopes, Binding.NONE, expiresAt);
        }
    }

    /** A key that was just made: the only time that it can be read. */
    public record Issued(ApiKey key, org.vigie.kernel.Secret secret) {}
}
