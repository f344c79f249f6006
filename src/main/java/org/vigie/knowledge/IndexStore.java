package org.vigie.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of what the search index learns, and of what it found, within one transaction that says for whom it is. */
record IndexStore(Handle handle) {
    /** A document to look at again. @param space empty where it is gone or not searched: then it leaves the index */
    record Change(long number, UUID document, Optional<UUID> space) {}

    /** The next ones, in their order. */
    List<Change> after(long number, int most) {
        return handle.createQuery("""
                        SELECT c.number, c.document, d.space FROM knowledge.change c
                        LEFT JOIN knowledge.document d ON d.id = c.document AND d.state = 'searchable'
                        WHERE c.number > :number ORDER BY c.number LIMIT :most
                        """)
                .bind("number", number)
                .bind("most", most)
                .map((row, _) -> new Change(
                        row.getLong("number"),
                        row.getObject("document", UUID.class),
                        Optional.ofNullable(row.getObject("space", UUID.class))))
                .list();
    }

    /** The newest number; 0 where nothing ever changed. */
    long newest() {
        return handle.createQuery("SELECT coalesce(max(number), 0) FROM knowledge.change")
                .mapTo(Long.class)
                .one();
    }

    /** How many are still to be looked at. */
    long countAfter(long number) {
        return handle.createQuery("SELECT count(*) FROM knowledge.change WHERE number > :number")
                .bind("number", number)
                .mapTo(Long.class)
                .one();
    }

    /** The passages of these documents as they are indexed. */
    Map<UUID, List<Passage>> passages(Collection<UUID> documents) {
        Map<UUID, List<Passage>> passages = new HashMap<>();
        handle.createQuery("""
                        SELECT p.document, p.number, p.heading, p.text, d.title, d.name FROM knowledge.passage p
                        JOIN knowledge.document d ON d.id = p.document
                        WHERE p.document = ANY(:documents) ORDER BY p.document, p.number
                        """)
                .bindArray("documents", UUID.class, List.copyOf(documents))
                .map((row, _) -> {
                    UUID document = row.getObject("document", UUID.class);
                    String title = row.getString("title");
                    return passages.computeIfAbsent(document, _ -> new ArrayList<>())
                            .add(new Passage(
                                    document + "/" + row.getInt("number"),
                                    titled(title.isBlank() ? row.getString("name") : title, row.getString("heading")),
                                    row.getString("text")));
                })
                .list();
        return passages;
    }

    private static String titled(String title, String heading) {
        return heading.isBlank() ? title : title + "\n" + heading;
    }

    /** Those of one document between two numbers, in reading order; none where the reader may not see it. */
    List<Cited> around(Document document, int first, int last) {
        return handle.createQuery("""
                        SELECT number, page, heading, text, recognised FROM knowledge.passage
                        WHERE document = :document AND number BETWEEN :first AND :last ORDER BY number
                        """)
                .bind("document", document.id())
                .bind("first", first)
                .bind("last", last)
                .map((row, _) -> {
                    @Nullable Integer page = row.getObject("page", Integer.class);
                    return new Cited(
                            document,
                            row.getInt("number"),
                            page == null ? OptionalInt.empty() : OptionalInt.of(page),
                            row.getString("heading"),
                            row.getString("text"),
                            row.getBoolean("recognised"));
                })
                .list();
    }

    /** The documents among these that the reader may see and that are searched. */
    Map<UUID, Document> documents(Collection<UUID> ids) {
        Map<UUID, Document> documents = new HashMap<>();
        DocumentStore store = new DocumentStore(handle);
        for (UUID id : ids) {
            store.find(id)
                    .filter(one -> one.state() == Document.State.SEARCHABLE)
                    .ifPresent(one -> documents.put(id, one));
        }
        return documents;
    }
}
