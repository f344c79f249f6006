package org.vigie.assistant;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which claims of their answers people looked at themselves, by where they stand. */
@Singleton
class ClaimCheckStore {
    private final Jdbi jdbi;

    @Inject
    ClaimCheckStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Where a claim stands in an answer, in UTF-16 units. @param end excluded */
    record Span(int start, int end) {}

    Map<Span, Instant> of(UUID person, UUID answer) {
        return as(person, handle -> {
            Map<Span, Instant> checks = new HashMap<>();
            handle.createQuery("""
                            SELECT claim_start, claim_end, checked_at FROM assistant.claim_check
                            WHERE message = :answer AND person = :person
                            """)
                    .bind("answer", answer)
                    .bind("person", person)
                    .map((row, _) -> Map.entry(
                            new Span(row.getInt("claim_start"), row.getInt("claim_end")),
                            row.getTimestamp("checked_at").toInstant()))
                    .forEach(check -> checks.put(check.getKey(), check.getValue()));
            return checks;
        });
    }

    /** The first look counts. */
    void add(UUID person, UUID answer, Span span, Instant at) {
        as(
                person,
                handle -> handle.createUpdate("""
                        INSERT INTO assistant.claim_check (message, person, claim_start, claim_end, checked_at)
                        VALUES (:answer, :person, :start, :end, :at) ON CONFLICT DO NOTHING
                        """)
                        .bind("answer", answer)
                        .bind("person", person)
                        .bind("start", span.start())
                        .bind("end", span.end())
                        .bind("at", at)
                        .execute());
    }

    void remove(UUID person, UUID answer, Span span) {
        as(
                person,
                handle -> handle.createUpdate("""
                        DELETE FROM assistant.claim_check
                        WHERE message = :answer AND person = :person AND claim_start = :start AND claim_end = :end
                        """)
                        .bind("answer", answer)
                        .bind("person", person)
                        .bind("start", span.start())
                        .bind("end", span.end())
                        .execute());
    }

    private <T> T as(UUID person, Function<Handle, T> work) {
        return ConversationStore.as(jdbi, person, work);
    }
}
