package org.vigie.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An access key, without the key itself: that is shown once.
 *
 * @param prefix its first characters, to recognise it
 */
public record ApiKey(
        UUID id,
        String name,
        String prefix,
        Set<Caller.Scope> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean live(Instant now) {
        return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }

    /** What a key is made of before it exists. */
    public record Wanted(String name, Set<Caller.Scope> scopes, Optional<Instant> expiresAt) {
        public Wanted {
            name = name.strip();
            scopes = Set.copyOf(scopes);
        }
    }

    /** A key that was just made: the only time that it can be read. */
    public record Issued(ApiKey key, org.vigie.kernel.Secret secret) {}
}
