package org.vigie.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks: a person, by a session or by one of their API keys.
 *
 * @param person the person's id
 * @param roles never empty
 * @param team the code of the person's team
 * @param credential by what they are known here
 */
public record Caller(
        UUID person, String email, String name, Set<Role> roles, Optional<String> team, Credential credential) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** By what a caller is known. */
    public sealed interface Credential {
        /** A signed-in browser. */
        record Session(UUID id) implements Credential {}

        /**
         * An API key; {@code scopes} limit what the person's roles would allow.
         *
         * @param binding for what alone it may be used
         */
        record Key(UUID id, Set<Scope> scopes, ApiKey.Binding binding) implements Credential {
            public Key {
                scopes = Set.copyOf(scopes);
            }

            public Key(UUID id, Set<Scope> scopes) {
                this(id, scopes, ApiKey.Binding.NONE);
            }
        }
    }

    /** What a key may be used for: {@code gateway}, {@code api:read}, {@code api:write}, {@code metrics}. */
    public enum Scope {
        GATEWAY,
        API_READ,
        API_WRITE,
        METRICS;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ':');
        }
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
