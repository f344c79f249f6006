package org.vigie.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of API keys, within one transaction. */
record ApiKeyStore(Handle handle) {

    /** @return whether the key was new; a revoked one is not revived */
    boolean insert(ApiKey key, byte[] hash, UUID person) {
        return handle.createUpdate("""
                                insert into identity.api_key
                                    (id, hash, prefix, person, name, scopes, mission, use_case, created_at, expires_at)
                                values (:id, :hash, :prefix, :person, :name, :scopes, :mission, :useCase,
                                    :created, :expires)
                                on conflict (hash) do nothing
                                """)
                        .bind("id", key.id())
                        .bind("hash", hash)
                        .bind("prefix", key.prefix())
                        .bind("person", person)
                        .bind("name", key.name())
                        .bindArray("scopes", String.class, codes(key.scopes()))
                        .bind("mission", key.binding().mission().orElse(null))
                        .bind("useCase", key.binding().useCase().orElse(null))
                        .bind("created", key.createdAt())
                        .bind("expires", key.expiresAt().orElse(null))
                        .execute()
                > 0;
    }

    List<ApiKey> of(UUID person) {
        return handle.createQuery("""
                        select id, name, prefix, scopes, mission, use_case, created_at, expires_at, revoked_at
                        from identity.api_key where person = :person order by created_at desc
                        """)
                .bind("person", person)
                .map((row, _) -> key(row))
                .list();
    }

    /** @return whether there was such a key of this person, not yet revoked */
    boolean revoke(UUID person, UUID key, Instant now) {
        return handle.createUpdate("""
                                update identity.api_key set revoked_at = :now
                                where id = :key and person = :person and revoked_at is null
                                """)
                        .bind("key", key)
                        .bind("person", person)
                        .bind("now", now)
                        .execute()
                > 0;
    }

    /** Every key that may be used now or was when it was read: not revoked, its person active. */
    List<Usable> usable(Instant now) {
        return handle.createQuery("select k.id, k.hash, k.scopes, k.mission, k.use_case, k.expires_at, "
                        + PersonStore.COLUMNS + """
                        from identity.api_key k join identity.person p on p.id = k.person
                        where k.revoked_at is null and p.disabled_at is null
                          and (k.expires_at is null or k.expires_at > :now)
                        """)
                .bind("now", now)
                .map((row, _) -> usable(row))
                .list();
    }

    record Usable(byte[] hash, Caller caller, Optional<Instant> expiresAt) {}

    private static Usable usable(ResultSet row) throws SQLException {
        var credential = new Caller.Credential.Key(row.getObject("id", UUID.class), scopes(row), binding(row));
        return new Usable(row.getBytes("hash"), PersonStore.person(row).by(credential), instant(row, "expires_at"));
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                scopes(row),
                binding(row),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"));
    }

    /** Every key that is bound to a mission or a use case, of whomever. @return how many were revoked */
    int revokeBound(ApiKey.Binding binding, Instant now) {
        return handle.createUpdate("""
                        update identity.api_key set revoked_at = :now
                        where revoked_at is null and (mission = :mission or use_case = :useCase)
                        """)
                .bind("mission", binding.mission().orElse(null))
                .bind("useCase", binding.useCase().orElse(null))
                .bind("now", now)
                .execute();
    }

    private static ApiKey.Binding binding(ResultSet row) throws SQLException {
        return new ApiKey.Binding(
                Optional.ofNullable(row.getString("mission")), Optional.ofNullable(row.getString("use_case")));
    }

    private static List<String> codes(Set<Caller.Scope> scopes) {
        return scopes.stream().map(Caller.Scope::code).sorted().toList();
    }

    private static Set<Caller.Scope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(code -> Caller.Scope.valueOf(code.toUpperCase(Locale.ROOT).replace(':', '_')))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
