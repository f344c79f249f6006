package org.vigie.dictionary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.vigie.dictionary.NamesRead.Refusal;
import org.vigie.dictionary.NamesRead.Why;
import org.vigie.kernel.Ids;

/** The SQL of the imported names, and of imports under way. */
final class NameListStore {
    /** An import that says nothing for so long has died with its process. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Handle handle;

    NameListStore(Handle handle) {
        this.handle = handle;
    }

    /** A list as it is kept; what is in it is read for itself. */
    record Kept(int names, int lines, int refusals, List<Refusal> refused, Instant addedAt) {}

    /** @param fault empty while it is under way */
    record Import(UUID id, int percent, Optional<NameFault> fault, int line) {}

    Map<NameKind, UUID> versions() {
        Map<NameKind, UUID> versions = new EnumMap<>(NameKind.class);
        handle.createQuery("SELECT kind, version FROM dictionary.name_list")
                .map((row, _) -> Map.entry(row.getString("kind"), row.getObject("version", UUID.class)))
                .forEach(one -> NameKind.of(one.getKey()).ifPresent(kind -> versions.put(kind, one.getValue())));
        return versions;
    }

    Optional<byte[]> content(NameKind kind) {
        return handle.createQuery("SELECT content FROM dictionary.name_list WHERE kind = :kind")
                .bind("kind", kind.code())
                .mapTo(byte[].class)
                .findOne();
    }

    Optional<Kept> kept(NameKind kind) {
        return handle.createQuery("""
                        SELECT names, lines, refusals, refused, added_at FROM dictionary.name_list WHERE kind = :kind
                        """)
                .bind("kind", kind.code())
                .map((row, _) -> new Kept(
                        row.getInt("names"),
                        row.getInt("lines"),
                        row.getInt("refusals"),
                        refused(row.getString("refused")),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    void put(NameKind kind, byte[] content, NamesRead read, UUID by, Instant now) {
        handle.createUpdate("""
                        INSERT INTO dictionary.name_list
                            (kind, version, content, names, lines, refusals, refused, added_by, added_at)
                        VALUES (:kind, :version, :content, :names, :lines, :refusals, :refused, :by, :now)
                        ON CONFLICT (kind) DO UPDATE
                        SET version = excluded.version, content = excluded.content, names = excluded.names,
                            lines = excluded.lines, refusals = excluded.refusals, refused = excluded.refused,
                            added_by = excluded.added_by, added_at = excluded.added_at
                        """)
                .bind("kind", kind.code())
                .bind("version", Ids.next())
                .bind("content", content)
                .bind("names", read.content().size())
                .bind("lines", read.lines())
                .bind("refusals", read.refusals())
                .bind("refused", refused(read.refused()))
                .bind("by", by)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The list, and what is told of a file that failed. */
    void remove(NameKind kind) {
        handle.createUpdate("DELETE FROM dictionary.name_list WHERE kind = :kind")
                .bind("kind", kind.code())
                .execute();
        handle.createUpdate("DELETE FROM dictionary.name_import WHERE kind = :kind AND fault <> ''")
                .bind("kind", kind.code())
                .execute();
    }

    /** Whether this import may begin: no other one of its kind is under way. */
    boolean begin(NameKind kind, UUID id, Instant now) {
        return handle.createUpdate("""
                                INSERT INTO dictionary.name_import AS known (kind, id, percent, seen_at)
                                VALUES (:kind, :id, 0, :now)
                                ON CONFLICT (kind) DO UPDATE
                                SET id = excluded.id, percent = 0, fault = '', line = 0, seen_at = excluded.seen_at
                                WHERE known.fault <> '' OR known.seen_at < :silent
                                """)
                        .bind("kind", kind.code())
                        .bind("id", id)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("silent", now.minus(SILENCE).atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    void progress(UUID id, int percent, Instant now) {
        handle.createUpdate("UPDATE dictionary.name_import SET percent = :percent, seen_at = :now WHERE id = :id")
                .bind("id", id)
                .bind("percent", percent)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void fail(UUID id, NameFault fault, int line) {
        handle.createUpdate("UPDATE dictionary.name_import SET fault = :fault, line = :line WHERE id = :id")
                .bind("id", id)
                .bind("fault", fault.name())
                .bind("line", line)
                .execute();
    }

    void end(UUID id) {
        handle.createUpdate("DELETE FROM dictionary.name_import WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    Optional<Import> importOf(NameKind kind, Instant now) {
        return handle.createQuery(
                        "SELECT id, percent, fault, line, seen_at FROM dictionary.name_import WHERE kind = :kind")
                .bind("kind", kind.code())
                .map((row, _) -> new Import(
                        row.getObject("id", UUID.class), row.getInt("percent"), fault(row, now), row.getInt("line")))
                .findOne();
    }

    private static Optional<NameFault> fault(ResultSet row, Instant now) throws SQLException {
        String fault = row.getString("fault");
        if (!fault.isEmpty()) return Optional.of(NameFault.valueOf(fault));
        Instant seen = row.getObject("seen_at", OffsetDateTime.class).toInstant();
        return seen.isBefore(now.minus(SILENCE)) ? Optional.of(NameFault.INTERRUPTED) : Optional.empty();
    }

    private static String refused(List<Refusal> refused) {
        return refused.stream().map(one -> one.line() + " " + one.why()).collect(Collectors.joining(";"));
    }

    private static List<Refusal> refused(String kept) {
        if (kept.isEmpty()) return List.of();
        return Arrays.stream(kept.split(";"))
                .map(one -> one.split(" "))
                .map(parts -> new Refusal(Integer.parseInt(parts[0]), Why.valueOf(parts[1])))
                .toList();
    }
}
