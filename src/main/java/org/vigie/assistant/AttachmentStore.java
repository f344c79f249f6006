package org.vigie.assistant;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * The text of files that were joined to questions, sealed: with the instance's key while they wait, then with that of
 * their conversation.
 */
@Singleton
class AttachmentStore {
    /** Of one person; the oldest makes room. */
    private static final int MOST_WAITING = 20;

    private final Jdbi jdbi;
    private final Vaults vaults;
    private final Clock clock;

    @Inject
    AttachmentStore(Jdbi jdbi, Vaults vaults, Clock clock) {
        this.jdbi = jdbi;
        this.vaults = vaults;
        this.clock = clock;
    }

    void keep(UUID person, Attachment file, String text) {
        ConversationStore.as(jdbi, person, handle -> {
            handle.createUpdate("""
                            DELETE FROM assistant.attachment WHERE person = :person AND id IN (
                                SELECT id FROM assistant.attachment WHERE person = :person AND conversation IS NULL
                                ORDER BY id DESC OFFSET :most)
                            """)
                    .bind("person", person)
                    .bind("most", MOST_WAITING - 1)
                    .execute();
            return handle.createUpdate("""
                            INSERT INTO assistant.attachment (id, person, content, created_at)
                            VALUES (:id, :person, :content, :now)
                            """)
                    .bind("id", file.id())
                    .bind("person", person)
                    .bind("content", vaults.general().attachment(new Attachment.Read(file, text)))
                    .bind("now", clock.instant())
                    .execute();
        });
    }

    Optional<Attachment.Read> waiting(UUID person, UUID id) {
        return ConversationStore.as(jdbi, person, handle -> waiting(handle, person, id));
    }

    private Optional<Attachment.Read> waiting(Handle handle, UUID person, UUID id) {
        return handle.createQuery("""
                        SELECT content FROM assistant.attachment
                        WHERE id = :id AND person = :person AND conversation IS NULL FOR UPDATE
                        """)
                .bind("id", id)
                .bind("person", person)
                .map((row, _) -> vaults.general().attachment(id, row.getBytes("content")))
                .findOne();
    }

    void drop(UUID person, UUID id) {
        ConversationStore.as(
                jdbi,
                person,
                handle -> handle.createUpdate("""
                        DELETE FROM assistant.attachment
                        WHERE id = :id AND person = :person AND conversation IS NULL
                        """)
                        .bind("id", id)
                        .bind("person", person)
                        .execute());
    }

    /** @throws ProblemException {@code not_found}, and none of them is taken */
    List<Attachment> join(UUID person, UUID conversation, List<UUID> ids) {
        return ConversationStore.as(jdbi, person, handle -> {
            Vault vault = ConversationStore.place(handle, person, conversation)
                    .flatMap(place -> vaults.held(handle, place))
                    .orElseThrow(AttachmentStore::gone);
            List<Attachment> joined = new ArrayList<>();
            for (UUID id : ids) {
                Attachment.Read read = waiting(handle, person, id).orElseThrow(AttachmentStore::gone);
                handle.createUpdate("""
                                UPDATE assistant.attachment SET conversation = :conversation, content = :content
                                WHERE id = :id AND person = :person
                                """)
                        .bind("conversation", conversation)
                        .bind("content", vault.attachment(read))
                        .bind("id", id)
                        .bind("person", person)
                        .execute();
                joined.add(read.file());
            }
            return joined;
        });
    }

    /** Those of a conversation, by their ids. */
    Map<UUID, Attachment.Read> of(UUID person, UUID conversation) {
        Map<UUID, Attachment.Read> files = new HashMap<>();
        ConversationStore.as(jdbi, person, handle -> {
            Optional<Vault> vault =
                    ConversationStore.place(handle, person, conversation).flatMap(place -> vaults.of(handle, place));
            if (vault.isEmpty()) return files;
            handle.createQuery("""
                            SELECT id, content FROM assistant.attachment
                            WHERE conversation = :conversation AND person = :person
                            """)
                    .bind("conversation", conversation)
                    .bind("person", person)
                    .map((row, _) -> vault.get().attachment(row.getObject("id", UUID.class), row.getBytes("content")))
                    .forEach(read -> files.put(read.file().id(), read));
            return files;
        });
        return files;
    }

    void keepOnly(UUID person, UUID conversation, List<UUID> ids) {
        ConversationStore.as(
                jdbi,
                person,
                handle -> handle.createUpdate("""
                        DELETE FROM assistant.attachment
                        WHERE conversation = :conversation AND person = :person AND NOT (id = ANY(:ids))
                        """)
                        .bind("conversation", conversation)
                        .bind("person", person)
                        .bindArray("ids", UUID.class, ids)
                        .execute());
    }

    /** Erases, for everybody, those that waited since before {@code limit}. @return how many */
    int purge(Instant limit) {
        return jdbi.inTransaction(handle -> {
            handle.execute("SELECT set_config('vigie.purge', 'on', true)");
            return handle.createUpdate(
                            "DELETE FROM assistant.attachment WHERE conversation IS NULL AND created_at < :limit")
                    .bind("limit", limit)
                    .execute();
        });
    }

    private static ProblemException gone() {
        return new ProblemException(new Problem.NotFound());
    }
}
