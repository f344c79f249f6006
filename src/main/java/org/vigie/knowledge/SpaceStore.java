package org.vigie.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.DataClass;

/** The SQL of spaces, within one transaction that says for whom it is: the database hides what that one may not see. */
record SpaceStore(Handle handle) {
    private static final String SELECT = """
            SELECT s.id, s.name, s.description, s.data_class, s.mission, s.retention_days, s.version,
                array(SELECT person FROM mission.member WHERE mission = s.mission) AS mission_members,
                array(SELECT m.access || ' ' || m.person FROM knowledge.member m
                      WHERE m.space = s.id AND m.person IS NOT NULL ORDER BY 1) AS people,
                array(SELECT m.access || ' ' || m.team FROM knowledge.member m
                      WHERE m.space = s.id AND m.team IS NOT NULL ORDER BY 1) AS teams
            FROM knowledge.space s
            """;

    /** A transaction in which the database shows what this person may see. */
    static <T> T as(Jdbi jdbi, UUID person, Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> {
            set(handle, "vigie.person", person.toString());
            return work.apply(handle);
        });
    }

    /** One for what acts for nobody: reading documents, following the index, erasing. */
    static <T> T asService(Jdbi jdbi, Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> {
            serve(handle);
            return work.apply(handle);
        });
    }

    /** The same until the end of a transaction that is under way. */
    static void serve(Handle handle) {
        set(handle, "vigie.documents", "service");
    }

    private static void set(Handle handle, String setting, String value) {
        handle.createQuery("SELECT set_config(:setting, :value, true)")
                .bind("setting", setting)
                .bind("value", value)
                .mapTo(String.class)
                .one();
    }

    /** By their names. */
    List<Space> all() {
        return handle.createQuery(SELECT + " ORDER BY lower(s.name), s.id")
                .map((row, _) -> space(row))
                .list();
    }

    Optional<Space> find(UUID id) {
        return handle.createQuery(SELECT + " WHERE s.id = :id")
                .bind("id", id)
                .map((row, _) -> space(row))
                .findOne();
    }

    /** Its members before it: only who is named there may write it. */
    void insert(Space space, Instant now) {
        space.grants().forEach(grant -> put(space.id(), grant));
        bind(handle.createUpdate("""
                        INSERT INTO knowledge.space
                            (id, name, description, data_class, mission, retention_days, created_at, version)
                        VALUES (:id, :name, :description, :dataClass, :mission, :retention, :now, :version)
                        """), space)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Its members after it, for the same reason. @return whether nobody had changed it meanwhile */
    boolean update(Space space) {
        boolean updated = bind(handle.createUpdate("""
                        UPDATE knowledge.space SET name = :name, description = :description, data_class = :dataClass,
                            mission = :mission, retention_days = :retention, version = :version
                        WHERE id = :id AND version = :version - 1
                        """), space).execute() == 1;
        if (updated) {
            handle.execute("DELETE FROM knowledge.member WHERE space = ?", space.id());
            space.grants().forEach(grant -> put(space.id(), grant));
        }
        return updated;
    }

    /** Its documents go with it; the index is told of each. */
    void delete(UUID id) {
        handle.execute("DELETE FROM knowledge.space WHERE id = ?", id);
    }

    private void put(UUID space, Grant grant) {
        handle.createUpdate("""
                        INSERT INTO knowledge.member (space, person, team, access)
                        VALUES (:space, :person, :team, :access)
                        """)
                .bind("space", space)
                .bind("person", grant instanceof Grant.OfPerson(UUID person, Access _) ? person : null)
                .bind("team", grant instanceof Grant.OfTeam(String team, Access _) ? team : null)
                .bind("access", grant.access().code())
                .execute();
    }

    private static Update bind(Update update, Space space) {
        return update.bind("id", space.id())
                .bind("name", space.name())
                .bind("description", space.description())
                .bind("dataClass", space.dataClass().name())
                .bind("mission", space.mission().orElse(null))
                .bind("retention", space.retentionDays().orElse(null))
                .bind("version", space.version());
    }

    private static Space space(ResultSet row) throws SQLException {
        List<Grant> grants = new ArrayList<>();
        for (String person : texts(row, "people")) {
            String[] parts = person.split(" ", 2);
            grants.add(new Grant.OfPerson(UUID.fromString(parts[1]), Access.of(parts[0])));
        }
        for (String team : texts(row, "teams")) {
            String[] parts = team.split(" ", 2);
            grants.add(new Grant.OfTeam(parts[1], Access.of(parts[0])));
        }
        @Nullable Integer retention = row.getObject("retention_days", Integer.class);
        return new Space(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                DataClass.valueOf(row.getString("data_class")),
                Optional.ofNullable(row.getString("mission")),
                Optional.ofNullable(retention),
                grants,
                Arrays.stream((UUID[]) row.getArray("mission_members").getArray())
                        .collect(Collectors.toSet()),
                row.getInt("version"));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
