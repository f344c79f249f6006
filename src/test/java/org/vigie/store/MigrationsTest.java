package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A database in use takes the migrations that came later, also those between the ones that it has. */
class MigrationsTest {
    /** What came after the charter could first be published. */
    private static final Set<String> LATER =
            Set.of("0002", "0204", "0302", "0601", "0801", "0802", "0901", "0902", "1101", "1300", "1400");

    private static SortedSet<String> before() {
        DatabaseAccess whole = TestDatabase.migratedAccess();
        SortedSet<String> versions = new TreeSet<>(Migrations.applied(whole));
        assertThat(versions.removeAll(LATER)).isTrue();
        return versions;
    }

    @Test
    void a_published_charter_keeps_its_text_and_gets_the_quiz_of_its_time() throws SQLException {
        DatabaseAccess access = TestDatabase.empty();
        Migrations.runExactly(access, before());
        try (Connection owner = access.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    INSERT INTO charter.version (id, state, revision, major, minor, title, articles, edited_by, edited_at,
                                                 published_at, asked_from, decision, ended_at)
                    VALUES (gen_random_uuid(), 'replaced', 3, 1, 0, 'Charte', 'Avant', gen_random_uuid(), now(),
                            now(), now(), 'D-2026-001', now()),
                           (gen_random_uuid(), 'published', 5, 2, 0, 'Charte', 'Le texte', gen_random_uuid(), now(),
                            now(), now(), 'D-2026-002', NULL),
                           (gen_random_uuid(), 'draft', 1, NULL, NULL, 'Charte', 'Le suivant', gen_random_uuid(), now(),
                            NULL, NULL, NULL, NULL)""");
        }
        Migrations.run(access);
        try (Connection owner = access.connectAsOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT state, articles, authors = ARRAY[edited_by], quiz LIKE '## %', statement <> '' FROM charter.version
                        ORDER BY revision DESC""")) {
            for (String state : new String[] {"published", "replaced", "draft"}) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo(state);
                assertThat(row.getString(2)).isNotEmpty();
                assertThat(row.getBoolean(3)).isTrue();
                assertThat(row.getBoolean(4)).isTrue();
                assertThat(row.getBoolean(5)).isTrue();
            }
        }
        assertThat(Migrations.applied(access)).containsAll(LATER);
    }

    @Test
    void a_database_of_a_newer_program_is_left_alone() throws SQLException {
        DatabaseAccess access = TestDatabase.migratedAccess();
        try (Connection owner = access.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    INSERT INTO store.flyway_schema_history
                    SELECT installed_rank + 1000, '9901', description, type, script, checksum, installed_by, now(),
                           execution_time, success
                    FROM store.flyway_schema_history WHERE version IS NOT NULL LIMIT 1""");
        }
        assertThatThrownBy(() -> Migrations.run(access))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("9901");
    }
}
