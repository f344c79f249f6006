package org.vigie.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of sessions, within one transaction. */
record SessionStore(Handle handle) {

    void insert(UUID id, byte[] tokenHash, UUID person, Instant now) {
        handle.createUpdate("""
                        insert into identity.session (id, token_hash, person, opened_at, seen_at, authenticated_at)
                        values (:id, :hash, :person, :now, :now, :now)
                        """)
                .bind("id", id)
                .bind("hash", tokenHash)
                .bind("person", person)
                .bind("now", now)
                .execute();
    }

    /** A session of an active person that was seen and opened after these. */
    Optional<Found> find(byte[] tokenHash, String csrfToken, Instant seenAfter, Instant openedAfter) {
        return handle.createQuery("select s.id, s.seen_at, s.authenticated_at, " + PersonStore.COLUMNS + """
                        from identity.session s join identity.person p on p.id = s.person
                        where s.token_hash = :hash and s.seen_at > :seen and s.opened_at > :opened
                          and p.disabled_at is null
                        """)
                .bind("hash", tokenHash)
                .bind("seen", seenAfter)
                .bind("opened", openedAfter)
                .map((row, _) -> new Found(
                        new Session(
                                row.getObject("id", UUID.class),
                                PersonStore.person(row),
                                csrfToken,
                                row.getTimestamp("authenticated_at").toInstant()),
                        row.getTimestamp("seen_at").toInstant()))
                .findOne();
    }

    record Found(Session session, Instant seenAt) {}

    void seen(UUID id, Instant now) {
        handle.createUpdate("update identity.session set seen_at = :now where id = :id")
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    void authenticated(UUID id, Instant now) {
        handle.createUpdate("update identity.session set authenticated_at = :now where id = :id")
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    void close(UUID id) {
        handle.createUpdate("delete from identity.session where id = :id")
                .bind("id", id)
                .execute();
    }

    void closeAll(UUID person) {
        handle.createUpdate("delete from identity.session where person = :person")
                .bind("person", person)
                .execute();
    }

    void closeOthers(UUID person, UUID kept) {
        handle.createUpdate("delete from identity.session where person = :person and id <> :kept")
                .bind("person", person)
                .bind("kept", kept)
                .execute();
    }

    void closeExpired(Instant seenBefore, Instant openedBefore) {
        handle.createUpdate("delete from identity.session where seen_at <= :seen or opened_at <= :opened")
                .bind("seen", seenBefore)
                .bind("opened", openedBefore)
                .execute();
    }
}
