package org.vigie.assistant;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.vigie.kernel.Ids;
import org.vigie.store.InstanceKeys;
import org.vigie.store.Sealed;

/**
 * Conversations and their messages, sealed. Every statement names the person: somebody else's conversation is one that
 * does not exist. Where the application is not the owner of the tables, the database checks the same by itself.
 */
@Singleton
public final class ConversationStore {
    private final Jdbi jdbi;
    private final Vault vault;

    @Inject
    public ConversationStore(Jdbi jdbi, InstanceKeys keys) {
        this(jdbi, new Sealed(keys.derive("assistant/conversations")));
    }

    ConversationStore(Jdbi jdbi, Sealed sealed) {
        this.jdbi = jdbi;
        this.vault = new Vault(sealed);
    }

    /** The newest first. */
    List<Conversation> list(UUID person) {
        return as(person, handle -> conversations(handle.createQuery("""
                        SELECT id, title, updated_at, mission FROM assistant.conversation
                        WHERE person = :person AND deleted_at IS NULL ORDER BY updated_at DESC
                        """).bind("person", person)));
    }

    Optional<Conversation> find(UUID person, UUID id) {
        return as(
                        person,
                        handle -> conversations(
                                handle.createQuery("""
                        SELECT id, title, updated_at, mission FROM assistant.conversation
                        WHERE person = :person AND id = :id AND deleted_at IS NULL
                        """).bind("person", person).bind("id", id)))
                .stream()
                .findFirst();
    }

    private List<Conversation> conversations(Query query) {
        return query.map((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    String title = vault.title(id, row.getBytes("title"));
                    return new Conversation(
                            id,
                            title,
                            row.getTimestamp("updated_at").toInstant(),
                            Optional.ofNullable(row.getString("mission")));
                })
                .list();
    }

    UUID create(UUID person, String title) {
        return create(person, title, Optional.empty());
    }

    /** @param mission the code of the one that it is held in */
    UUID create(UUID person, String title, Optional<String> mission) {
        UUID id = Ids.next();
        as(
                person,
                handle -> handle.createUpdate("""
                        INSERT INTO assistant.conversation (id, person, title, mission, created_at, updated_at)
                        VALUES (:id, :person, :title, :mission, :now, :now)
                        """)
                        .bind("id", id)
                        .bind("person", person)
                        .bind("title", vault.title(id, title))
                        .bind("mission", mission.orElse(null))
                        .bind("now", Instant.now())
                        .execute());
        return id;
    }

    /** @return whether there is such a conversation */
    boolean rename(UUID person, UUID id, String title) {
        return as(
                        person,
                        handle -> handle.createUpdate("""
                        UPDATE assistant.conversation SET title = :title
                        WHERE person = :person AND id = :id AND deleted_at IS NULL
                        """)
                                .bind("person", person)
                                .bind("id", id)
                                .bind("title", vault.title(id, title))
                                .execute())
                == 1;
    }

    /** Hides it at once; {@link #purge} erases it. @return whether there was such a conversation */
    boolean delete(UUID person, UUID id) {
        return as(
                        person,
                        handle -> handle.createUpdate("""
                        UPDATE assistant.conversation SET deleted_at = :now
                        WHERE person = :person AND id = :id AND deleted_at IS NULL
                        """)
                                .bind("person", person)
                                .bind("id", id)
                                .bind("now", Instant.now())
                                .execute())
                == 1;
    }

    /** @return whether it was still there to bring back */
    boolean restore(UUID person, UUID id) {
        return as(
                        person,
                        handle -> handle.createUpdate("""
                        UPDATE assistant.conversation SET deleted_at = NULL
                        WHERE person = :person AND id = :id AND deleted_at IS NOT NULL
                        """)
                                .bind("person", person)
                                .bind("id", id)
                                .execute())
                == 1;
    }

    /** Erases, for everybody, what was deleted before {@code limit}. @return how many conversations */
    int purge(Instant limit) {
        return jdbi.inTransaction(handle -> {
            handle.execute("SELECT set_config('vigie.purge', 'on', true)");
            return handle.createUpdate("DELETE FROM assistant.conversation WHERE deleted_at < :limit")
                    .bind("limit", limit)
                    .execute();
        });
    }

    /** From the first to the last; empty when there is no such conversation. */
    List<Message> messages(UUID person, UUID conversation) {
        return as(
                person,
                handle -> handle.createQuery("""
                        SELECT m.id, m.kind, m.content, m.what_left IS NOT NULL AS is_left, m.created_at
                        FROM assistant.message m JOIN assistant.conversation c ON c.id = m.conversation
                        WHERE c.id = :conversation AND c.person = :person AND c.deleted_at IS NULL ORDER BY m.id
                        """)
                        .bind("person", person)
                        .bind("conversation", conversation)
                        .map((row, _) -> message(
                                conversation,
                                row.getObject("id", UUID.class),
                                row.getString("kind"),
                                row.getTimestamp("created_at").toInstant(),
                                row.getBytes("content"),
                                row.getBoolean("is_left")))
                        .list());
    }

    private Message message(UUID conversation, UUID id, String kind, Instant at, byte[] content, boolean left) {
        return kind.equals("question")
                ? vault.question(conversation, id, at, content, left)
                : vault.answer(conversation, id, at, content);
    }

    /** The request's body as the provider got it; empty when nothing left. */
    Optional<String> whatLeft(UUID person, UUID conversation, UUID question) {
        return as(
                person,
                handle -> handle.createQuery("""
                        SELECT m.what_left FROM assistant.message m
                        JOIN assistant.conversation c ON c.id = m.conversation
                        WHERE m.id = :question AND c.id = :conversation AND c.person = :person
                        AND c.deleted_at IS NULL AND m.what_left IS NOT NULL
                        """)
                        .bind("person", person)
                        .bind("conversation", conversation)
                        .bind("question", question)
                        .map((row, _) -> vault.whatLeft(conversation, question, row.getBytes(1)))
                        .findOne());
    }

    /** Adds a question and the place of its answer. @return whether there is such a conversation */
    boolean add(UUID person, UUID conversation, Message.Question question, Message.Answer answer) {
        return as(person, handle -> {
            if (!touch(handle, person, conversation)) return false;
            insert(handle, person, conversation, question, "question");
            insert(handle, person, conversation, answer, "answer");
            return true;
        });
    }

    private static boolean touch(Handle handle, UUID person, UUID conversation) {
        return handle.createUpdate("""
                        UPDATE assistant.conversation SET updated_at = :now
                        WHERE person = :person AND id = :id AND deleted_at IS NULL
                        """)
                        .bind("person", person)
                        .bind("id", conversation)
                        .bind("now", Instant.now())
                        .execute()
                == 1;
    }

    private void insert(Handle handle, UUID person, UUID conversation, Message message, String kind) {
        handle.createUpdate("""
                        INSERT INTO assistant.message (id, conversation, person, kind, content, created_at)
                        VALUES (:id, :conversation, :person, :kind, :content, :at)
                        """)
                .bind("id", message.id())
                .bind("conversation", conversation)
                .bind("person", person)
                .bind("kind", kind)
                .bind("content", vault.content(conversation, message))
                .bind("at", message.at())
                .execute();
    }

    /** Keeps what was found in a question and what left for it. */
    void examined(UUID person, UUID conversation, Message.Question question, String whatLeft) {
        as(
                person,
                handle -> handle.createUpdate("""
                        UPDATE assistant.message SET content = :content, what_left = :left
                        WHERE id = :id AND conversation = :conversation AND person = :person
                        """)
                        .bind("id", question.id())
                        .bind("conversation", conversation)
                        .bind("person", person)
                        .bind("content", vault.content(conversation, question))
                        .bind("left", vault.whatLeft(conversation, question.id(), whatLeft))
                        .execute());
    }

    /** Keeps an answer as it stands; does nothing when it was cut meanwhile. */
    void ended(UUID person, UUID conversation, Message.Answer answer) {
        as(
                person,
                handle -> handle.createUpdate("""
                        UPDATE assistant.message SET content = :content
                        WHERE id = :id AND conversation = :conversation AND person = :person
                        """)
                        .bind("id", answer.id())
                        .bind("conversation", conversation)
                        .bind("person", person)
                        .bind("content", vault.content(conversation, answer))
                        .execute());
    }

    /** Removes a message and all behind it. */
    void cut(UUID person, UUID conversation, UUID from) {
        as(
                person,
                handle -> handle.createUpdate("""
                        DELETE FROM assistant.message
                        WHERE conversation = :conversation AND person = :person AND id >= :from
                        """)
                        .bind("conversation", conversation)
                        .bind("person", person)
                        .bind("from", from)
                        .execute());
    }

    /**
     * The conversations in which each word of the query occurs, in the title or in one message, the newest first. Opens
     * everything of the person in memory: no index of what was said exists.
     */
    List<Hit> search(UUID person, String query) {
        Search search = Search.of(query);
        Map<UUID, List<Message>> messages = everything(person);
        return list(person).stream()
                .map(one -> search.in(one, messages.getOrDefault(one.id(), List.of())))
                .flatMap(Optional::stream)
                .toList();
    }

    private Map<UUID, List<Message>> everything(UUID person) {
        Map<UUID, List<Message>> byConversation = new HashMap<>();
        as(
                person,
                handle -> handle.createQuery("""
                        SELECT m.conversation, m.id, m.kind, m.content, m.created_at
                        FROM assistant.message m JOIN assistant.conversation c ON c.id = m.conversation
                        WHERE c.person = :person AND c.deleted_at IS NULL ORDER BY m.id
                        """)
                        .bind("person", person)
                        .map((row, _) -> {
                            UUID conversation = row.getObject("conversation", UUID.class);
                            Message message = message(
                                    conversation,
                                    row.getObject("id", UUID.class),
                                    row.getString("kind"),
                                    row.getTimestamp("created_at").toInstant(),
                                    row.getBytes("content"),
                                    false);
                            return byConversation
                                    .computeIfAbsent(conversation, _ -> new ArrayList<>())
                                    .add(message);
                        })
                        .list());
        return byConversation;
    }

    private <T> T as(UUID person, Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery("SELECT set_config('vigie.person', :person, true)")
                    .bind("person", person.toString())
                    .mapTo(String.class)
                    .one();
            return work.apply(handle);
        });
    }
}
