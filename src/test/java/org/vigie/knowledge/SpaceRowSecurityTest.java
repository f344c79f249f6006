package org.vigie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.identity.Caller;
import org.vigie.mission.MissionFixture;
import org.vigie.store.TestDatabase;

/** What the database shows to the application's role, by statements that forget every right. */
class SpaceRowSecurityTest {
    private static final Jdbi JDBI = TestDatabase.migrated();
    private static final Library LIBRARY = new Library(JDBI);

    private static Caller ada;
    private static Caller ben;
    private static Caller eve;
    private static Space ofAda;
    private static UUID contract;

    @BeforeAll
    static void fill() {
        ada = LIBRARY.person("ada", "");
        ben = LIBRARY.person("ben", "conseil");
        eve = LIBRARY.person("eve", "");
        ofAda = LIBRARY.space("Contrats", ada, Optional.empty(), List.of());
        contract = LIBRARY.searchable(ofAda, ada, "contrat.txt", "Le préavis est de trois mois.");
    }

    private static List<Integer> seenBy(String person) {
        return JDBI.inTransaction(handle -> {
            handle.execute("SELECT set_config('vigie.person', ?, true)", person);
            return List.of(
                    count(handle, "knowledge.space"),
                    count(handle, "knowledge.document"),
                    count(handle, "knowledge.passage"));
        });
    }

    private static int count(Handle handle, String table) {
        return handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Integer.class)
                .one();
    }

    @Test
    void the_role_neither_owns_the_tables_nor_passes_their_policies() {
        assertThat(JDBI.<Boolean, RuntimeException>withHandle(
                        handle -> handle.createQuery("""
                        SELECT bool_and(c.relrowsecurity AND c.relforcerowsecurity
                                AND pg_get_userbyid(c.relowner) <> current_user
                                AND NOT (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user))
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = 'knowledge' AND c.relname IN ('space', 'document', 'passage')
                        """).mapTo(Boolean.class).one()))
                .isTrue();
    }

    @Test
    void nothing_is_seen_by_nobody_and_by_a_stranger_and_all_by_a_member() {
        assertThat(seenBy("")).containsExactly(0, 0, 0);
        assertThat(seenBy(eve.person().toString())).containsExactly(0, 0, 0);
        assertThat(seenBy(ada.person().toString())).containsExactly(1, 1, 1);
    }

    @Test
    void a_team_that_is_named_sees_and_one_that_is_not_any_more_does_not() {
        Space space =
                LIBRARY.space("Équipe", eve, Optional.empty(), List.of(new Grant.OfTeam("conseil", Access.READER)));
        assertThat(seenBy(ben.person().toString()).getFirst()).isOne();
        SpaceStore.as(
                JDBI,
                eve.person(),
                handle -> new SpaceStore(handle)
                        .update(new Space(
                                space.id(),
                                space.name(),
                                "",
                                space.dataClass(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new Grant.OfPerson(eve.person(), Access.OWNER)),
                                space.missionMembers(),
                                2)));
        assertThat(seenBy(ben.person().toString()).getFirst()).isZero();
        SpaceStore.as(JDBI, eve.person(), handle -> {
            new SpaceStore(handle).delete(space.id());
            return space;
        });
    }

    @Test
    void a_reader_changes_nothing_and_a_stranger_adds_nothing() {
        Caller reader = LIBRARY.person("rea", "");
        Space space = LIBRARY.space(
                "Lecture", ada, Optional.empty(), List.of(new Grant.OfPerson(reader.person(), Access.READER)));
        UUID read = LIBRARY.searchable(space, ada, "note.txt", "Une note.");
        for (String statement : List.of(
                "UPDATE knowledge.space SET name = 'à moi' WHERE id = ?",
                "DELETE FROM knowledge.space WHERE id = ?",
                "UPDATE knowledge.document SET title = 'à moi' WHERE space = ?",
                "DELETE FROM knowledge.document WHERE space = ?")) {
            int changed = JDBI.inTransaction(handle -> {
                handle.execute(
                        "SELECT set_config('vigie.person', ?, true)",
                        reader.person().toString());
                return handle.execute(statement, space.id());
            });
            assertThat(changed).as(statement).isZero();
        }
        assertThatThrownBy(() -> LIBRARY.waiting(space, reader, "intrus.txt", "x"))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> LIBRARY.waiting(ofAda, eve, "intrus.txt", "x"))
                .hasMessageContaining("row-level security");
        assertThat(read).isNotEqualTo(contract);
        SpaceStore.as(JDBI, ada.person(), handle -> {
            new SpaceStore(handle).delete(space.id());
            return space;
        });
    }

    @Test
    void the_space_of_a_mission_is_closed_to_whoever_is_named_but_not_in_the_mission() {
        MissionFixture.insert(JDBI, "NOVA", LocalDate.now().plusMonths(1));
        JDBI.useHandle(handle -> handle.execute(
                "INSERT INTO mission.member (mission, person) VALUES ('NOVA', ?) ON CONFLICT DO NOTHING",
                ada.person()));
        Space space = LIBRARY.space(
                "Nova", ada, Optional.of("NOVA"), List.of(new Grant.OfPerson(eve.person(), Access.READER)));
        assertThat(space.access(ada)).contains(Access.OWNER);
        assertThat(space.access(eve)).isEmpty();
        assertThat(seenBy(eve.person().toString())).containsExactly(0, 0, 0);
        assertThat(seenBy(ada.person().toString()).getFirst()).isEqualTo(2);
        SpaceStore.as(JDBI, ada.person(), handle -> {
            new SpaceStore(handle).delete(space.id());
            return space;
        });
    }
}
