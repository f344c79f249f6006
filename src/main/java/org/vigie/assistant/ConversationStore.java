package org.vigie.assistant;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.vigie.assistant.Vaults.Place;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * Conversations and their messages, sealed. Every statement names the person: somebody else's conversation is one that
 * does not exist. Where the application is not the owner of the tables, the database checks the same by itself.
 */
@Singleton
public final class ConversationStore {
    private final Jdbi jdbi;
    private final Vaults vaults;

    @Inject
    ConversationStore(Jdbi jdbi, Vaults vaults) {
        this.jdbi = jdbi;
        this.vaults = vaults;
    }

    /** The newest first. */
    List<Conversation> list(UUID person) {
        return as(
                person, handle -> conversations(handle, handle.createQuery("""
                        SELECT id, title, updated_at, mission, mission_key FROM assistant.conversation
                        WHERE person = :person AND deleted_at IS NULL ORDER BY updated_at DESC
                        """).bind("person", person)));
    }

    Optional<Conversation> find(UUID person, UUID id) {
        return as(
                        person,
                        handle -> conversations(
                                handle,
                                handle.createQuery("""
                        SELECT id, title, updated_at, mission, mission_key FROM assistant.conversation
                        WHERE person = :person AND id = :id AND deleted_at IS NULL
                        """).bind("person", person).bind("id", id)))
                .stream()
                .findFirst();
    }

    private record Row(Place place, byte[] title, Instant updatedAt) {}

    /** Opened once the rows are read, since a key may have to be looked up. */
    private List<Conversation> conversations(Handle handle, Query query) {
        return query
                .map((row, _) -> new Row(
                        placeOf(row),
                        row.getBytes("title"),
                        row.getTimestamp("updated_at").toInstant()))
                .list()
                .stream()
                .flatMap(row -> vaults.of(handle, row.place()).map(vault -> conversation(row, vault)).stream())
                .toList();
    }

    private static Conversation conversation(Row row, Vault vault) {
        UUID id = row.place().id();
        return new Conversation(
                id, vault.title(id, row.title()), row.updatedAt(), row.place().mission());
    }

    UUID create(UUID person, String title) {
        return create(person, title, Optional.empty());
    }

    /**
     * @param mission the code of the one that it is held in
     * @throws ProblemException where that one is over
     */
    UUID create(UUID person, String title, Optional<String> mission) {
        Place place = new Place(Ids.next(), mission, mission.isPresent());
        vaults.prepare(mission);
        as(person, handle -> {
            vaults.requireOpen(handle, mission);
            Vault vault = vaults.held(handle, place).orElseThrow(ConversationStore::gone);
            return handle.createUpdate("""
                        INSERT INTO assistant.conversation
                            (id, person, title, mission, mission_key, created_at, updated_at)
                        VALUES (:id, :person, :title, :mission, :ownKey, :now, :now)
                        """)
                    .bind("id", place.id())
                    .bind("person", person)
                    .bind("title", vault.title(place.id(), title))
                    .bind("mission", mission.orElse(null))
                    .bind("ownKey", place.ownKey())
                    .bind("now", Instant.now())
                    .execute();
        });
        return place.id();
    }

    /** @return whether there is such a conversation */
    boolean rename(UUID person, UUID id, String title) {
        return as(person, handle -> {
            Optional<Vault> vault = writable(handle, person, id);
            if (vault.isEmpty()) return false;
            return handle.createUpdate("""
                        UPDATE assistant.conversation SET title = :title
                        WHERE person = :person AND id = :id AND deleted_at IS NULL
                        """)
                            .bind("person", person)
                            .bind("id", id)
                            .bind("title", vault.get().title(id, title))
                            .execute()
                    == 1;
        });
    }

    /** Hides it at once; {@link #purge} erases it. @return whether there was such a conversation */
    boolean delete(UUID person, UUID id) {
        return as(person, handle -> {
            if (writable(handle, person, id).isEmpty()) return false;
            return handle.createUpdate("""
                        UPDATE assistant.conversation SET deleted_at = :now
                        WHERE person = :person AND id = :id AND deleted_at IS NULL
                        """)
                            .bind("person", person)
                            .bind("id", id)
                            .bind("now", Instant.now())
                            .execute()
                    == 1;
        });
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

    /** In which missions somebody has conversations; empty for outside of any. */
    Set<Optional<String>> missionsOf(UUID person) {
        return as(
                person,
                handle -> handle.createQuery("""
                        SELECT DISTINCT mission FROM assistant.conversation
                        WHERE person = :person AND deleted_at IS NULL
                        """)
                        .bind("person", person)
                        .map((row, _) -> Optional.ofNullable(row.getString("mission")))
                        .collect(Collectors.toSet()));
    }

    /** Hides those of a mission, or of none, whose last message is older; {@link #purge} erases them. @return how many */
    int expire(UUID person, Optional<String> mission, Instant limit) {
        return as(
                person,
                handle -> handle.createUpdate("""
                        UPDATE assistant.conversation SET deleted_at = :now
                        WHERE person = :person AND mission IS NOT DISTINCT FROM :mission::text
                          AND updated_at < :limit AND deleted_at IS NULL
                        """)
                        .bind("now", Instant.now())
                        .bind("person", person)
                        .bind("mission", mission.orElse(null))
                        .bind("limit", limit)
                        .execute());
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

    private static Place placeOf(ResultSet row) throws SQLException {
        return new Place(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("mission")),
                row.getBoolean("mission_key"));
    }

    static Optional<Place> place(Handle handle, UUID person, UUID id) {
        return handle.createQuery("""
                        SELECT id, mission, mission_key FROM assistant.conversation
                        WHERE person = :person AND id = :id AND deleted_at IS NULL
                        """)
                .bind("person", person)
                .bind("id", id)
                .map((row, _) -> placeOf(row))
                .findOne();
    }

    /**
     * What seals a conversation that is about to be changed.
     *
     * @throws ProblemException where its mission is over
     */
    private Optional<Vault> writable(Handle handle, UUID person, UUID id) {
        Optional<Place> place = place(handle, person, id);
        place.ifPresent(found -> vaults.requireOpen(handle, found.mission()));
        return place.flatMap(found -> vaults.held(handle, found));
    }

    private static ProblemException gone() {
        return new ProblemException(new Problem.NotFound());
    }

    /** From the first to the last; empty when there is no such conversation. */
    List<Message> messages(UUID person, UUID conversation) {
        return as(
                person,
                handle -> place(handle, person, conversation)
                        .flatMap(found -> vaults.of(handle, found))
                        .map(vault -> handle.createQuery("""
                        SELECT id, kind, content, what_left IS NOT NULL AS is_left, created_at
                        FROM assistant.message WHERE conversation = :conversation AND person = :person ORDER BY id
                        """)
                                .bind("person", person)
                                .bind("conversation", conversation)
                                .map((row, _) -> vault.message(
                                        conversation,
                                        row.getObject("id", UUID.class),
                                        row.getString("kind"),
                                        row.getTimestamp("created_at").toInstant(),
                                        row.getBytes("content"),
                                        row.getBoolean("is_left")))
                                .list())
                        .orElse(List.of()));
    }

    /** The request's body as the provider got it; empty when nothing left. */
    Optional<String> whatLeft(UUID person, UUID conversation, UUID question) {
        return as(
                person,
                handle -> place(handle, person, conversation)
                        .flatMap(found -> vaults.of(handle, found))
                        .flatMap(vault -> handle.createQuery("""
                        SELECT what_left FROM assistant.message
                        WHERE id = :question AND conversation = :conversation AND person = :person
                        AND what_left IS NOT NULL
                        """)
                                .bind("person", person)
                                .bind("conversation", conversation)
                                .bind("question", question)
                                .map((row, _) -> vault.whatLeft(conversation, question, row.getBytes(1)))
                                .findOne()));
    }

    /** Adds a question and the place of its answer. @return whether there is such a conversation */
    boolean add(UUID person, UUID conversation, Message.Question question, Message.Answer answer) {
        return as(person, handle -> {
            Optional<Vault> vault = writable(handle, person, conversation);
            if (vault.isEmpty() || !touch(handle, person, conversation)) return false;
            insert(handle, person, conversation, question, vault.get().content(conversation, question));
            insert(handle, person, conversation, answer, vault.get().content(conversation, answer));
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

    private static void insert(Handle handle, UUID person, UUID conversation, Message message, byte[] content) {
        handle.createUpdate("""
                        INSERT INTO assistant.message (id, conversation, person, kind, content, created_at)
                        VALUES (:id, :conversation, :person, :kind, :content, :at)
                        """)
                .bind("id", message.id())
                .bind("conversation", conversation)
                .bind("person", person)
                .bind("kind", message.kind())
                .bind("content", content)
                .bind("at", message.at())
                .execute();
    }

    /** Keeps what was found in a question and, where it may be kept, what left for it. */
    void examined(UUID person, UUID conversation, Message.Question question, Optional<String> whatLeft) {
        as(
                person,
                handle -> held(handle, person, conversation)
                        .map(vault -> handle.createUpdate("""
                        UPDATE assistant.message SET content = :content, what_left = :left
                        WHERE id = :id AND conversation = :conversation AND person = :person
                        """)
                                .bind("id", question.id())
                                .bind("conversation", conversation)
                                .bind("person", person)
                                .bind("content", vault.content(conversation, question))
                                .bind(
                                        "left",
                                        whatLeft.map(body -> vault.whatLeft(conversation, question.id(), body))
                                                .orElse(null))
                                .execute()));
    }

    /** Keeps an answer as it stands; does nothing when it was cut meanwhile. */
    void ended(UUID person, UUID conversation, Message.Answer answer) {
        as(
                person,
                handle -> held(handle, person, conversation)
                        .map(vault -> handle.createUpdate("""
                        UPDATE assistant.message SET content = :content
                        WHERE id = :id AND conversation = :conversation AND person = :person
                        """)
                                .bind("id", answer.id())
                                .bind("conversation", conversation)
                                .bind("person", person)
                                .bind("content", vault.content(conversation, answer))
                                .execute()));
    }

    /** An answer that is under way ends also where its mission does: only what begins is refused. */
    private Optional<Vault> held(Handle handle, UUID person, UUID conversation) {
        return place(handle, person, conversation).flatMap(found -> vaults.held(handle, found));
    }

    /** Removes a message and all behind it. @throws ProblemException where the mission is over */
    void cut(UUID person, UUID conversation, UUID from) {
        as(person, handle -> {
            if (writable(handle, person, conversation).isEmpty()) return 0;
            return handle.createUpdate("""
                        DELETE FROM assistant.message
                        WHERE conversation = :conversation AND person = :person AND id >= :from
                        """)
                    .bind("conversation", conversation)
                    .bind("person", person)
                    .bind("from", from)
                    .execute();
        });
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
        Map<UUID, Vault> opened = new HashMap<>();
        as(person, handle -> {
            List<Place> places = handle.createQuery("""
                            SELECT id, mission, mission_key FROM assistant.conversation
                            WHERE person = :person AND deleted_at IS NULL
                            """)
                    .bind("person", person)
                    .map((row, _) -> placeOf(row))
                    .list();
            for (Place place : places) vaults.of(handle, place).ifPresent(vault -> opened.put(place.id(), vault));
            return places.size();
        });
        Map<UUID, List<Message>> byConversation = new HashMap<>();
        as(
                person,
                handle -> handle.createQuery("""
                        SELECT conversation, id, kind, content, created_at
                        FROM assistant.message WHERE person = :person ORDER BY id
                        """)
                        .bind("person", person)
                        .map((row, _) -> {
                            UUID conversation = row.getObject("conversation", UUID.class);
                            Vault vault = opened.get(conversation);
                            if (vault == null) return false;
                            Message message = vault.message(
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
        return as(jdbi, person, work);
    }

    /** In a transaction in which the database shows the rows of this person alone. */
    static <T> T as(Jdbi jdbi, UUID person, Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery("SELECT set_config('vigie.person', :person, true)")
                    .bind("person", person.toString())
                    .mapTo(String.class)
                    .one();
            return work.apply(handle);
        });
    }
}
