package org.vigie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.identity.Caller;
import org.vigie.store.DataDirectory;
import org.vigie.store.TestDatabase;

/** 200 spaces that speak of the same things, people with random rights: nobody meets a passage that is not theirs. */
class LeakTest {
    private static final int SPACES = 200;
    private static final int PEOPLE = 40;

    /** {@code -Dvigie.queries=10000} asks as often as the goal says; one in five of them at each build. */
    private static final int QUERIES = Integer.getInteger("vigie.queries", 2_000);

    private static final List<String> TEAMS = List.of("audit", "conseil", "droit", "etudes", "");
    private static final List<String> WORDS = List.of(
            "contrat",
            "préavis",
            "hôtel",
            "frais",
            "télétravail",
            "congé",
            "licence",
            "réunion",
            "marge",
            "budget",
            "client",
            "livrable",
            "recette",
            "pénalité",
            "échéance",
            "avenant",
            "facture",
            "mission",
            "risque",
            "audit");

    @TempDir
    static Path folder;

    private static final Jdbi JDBI = TestDatabase.migrated();
    private static final Map<UUID, Set<UUID>> READABLE = new HashMap<>();
    private static final List<Caller> CALLERS = new ArrayList<>();
    private static LibraryIndex index;
    private static long seed;

    @BeforeAll
    static void fill() {
        seed = Long.getLong("vigie.seed", System.nanoTime());
        System.out.println("LeakTest seed " + seed);
        Random random = new Random(seed);
        Library library = new Library(JDBI);
        for (int i = 0; i < PEOPLE; i++) {
            Caller caller = library.person("p" + i, TEAMS.get(random.nextInt(TEAMS.size())));
            CALLERS.add(caller);
            READABLE.put(caller.person(), new HashSet<>());
        }
        for (int i = 0; i < SPACES; i++) fill(library, random, i);
        index = new LibraryIndex(JDBI, new DataDirectory(folder));
        index.follow(_ -> {});
    }

    private static void fill(Library library, Random random, int number) {
        Caller owner = CALLERS.get(random.nextInt(PEOPLE));
        List<Grant> grants = new ArrayList<>();
        for (Caller other : CALLERS) {
            if (!other.equals(owner) && random.nextInt(20) == 0) {
                grants.add(new Grant.OfPerson(other.person(), Access.READER));
                readable(other).add(new UUID(0, number));
            }
        }
        if (random.nextInt(10) == 0) grants.add(new Grant.OfTeam(team(random), Access.READER));
        Space space = library.space("Espace " + number, owner, Optional.empty(), grants);
        for (Caller caller : CALLERS) {
            Set<UUID> theirs = readable(caller);
            boolean named = theirs.remove(new UUID(0, number));
            boolean inTeam = grants.stream()
                    .anyMatch(grant -> grant instanceof Grant.OfTeam(String team, Access _)
                            && caller.team().equals(Optional.of(team)));
            if (named || inTeam || caller.equals(owner)) theirs.add(space.id());
        }
        library.searchable(space, owner, "note-" + number + ".txt", text(random, number), text(random, number));
    }

    private static Set<UUID> readable(Caller caller) {
        return READABLE.computeIfAbsent(caller.person(), _ -> new HashSet<>());
    }

    private static String team(Random random) {
        return CALLERS.stream()
                .flatMap(caller -> caller.team().stream())
                .distinct()
                .sorted()
                .toList()
                .get(random.nextInt(2));
    }

    private static String text(Random random, int number) {
        StringBuilder text = new StringBuilder("Espace" + number);
        for (int i = 0; i < 12; i++) text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        return text.append('.').toString();
    }

    @AfterAll
    static void close() {
        if (index != null) index.close();
    }

    /** The same list of rights, held by the test itself. */
    @Test
    void the_database_shows_each_person_exactly_their_spaces() {
        for (Caller caller : CALLERS) {
            Set<UUID> seen = new HashSet<>(SpaceStore.as(
                    JDBI,
                    caller.person(),
                    handle ->
                            new SpaceStore(handle).all().stream().map(Space::id).toList()));
            assertThat(seen).as("seed %d", seed).isEqualTo(readable(caller));
        }
        assertThat(READABLE.values().stream().mapToInt(Set::size).sum()).isBetween(200, SPACES * PEOPLE / 2);
    }

    @Test
    void queries_by_the_index_meet_no_foreign_passage() {
        Random random = new Random(seed + 1);
        Map<UUID, UUID> spaceOf = new HashMap<>();
        SpaceStore.asService(JDBI, handle -> {
            for (Space space : new SpaceStore(handle).all()) {
                new DocumentStore(handle).of(space.id()).forEach(one -> spaceOf.put(one.id(), space.id()));
            }
            return spaceOf;
        });
        assertThat(spaceOf).hasSize(SPACES);
        long hits = 0;
        for (int i = 0; i < QUERIES; i++) {
            Caller caller = CALLERS.get(random.nextInt(PEOPLE));
            Set<UUID> mine = readable(caller);
            String question = question(random);
            for (PassageIndex.Hit hit : index.search(question, mine, 50)) {
                UUID document = UUID.fromString(hit.passage().id().substring(0, 36));
                assertThat(mine).as("seed %d, query %d, %s", seed, i, question).contains(spaceOf.get(document));
                hits++;
            }
        }
        // Else the filter would have passed by refusing everything.
        assertThat(hits).isGreaterThan(QUERIES);
    }

    @Test
    void what_the_index_would_hand_out_wrongly_the_database_hides() {
        Random random = new Random(seed + 2);
        Set<UUID> everything = new HashSet<>();
        READABLE.values().forEach(everything::addAll);
        int hidden = 0;
        for (int i = 0; i < 500; i++) {
            Caller caller = CALLERS.get(random.nextInt(PEOPLE));
            Set<UUID> mine = readable(caller);
            List<UUID> wrong = index.search(question(random), everything, 20).stream()
                    .map(hit -> UUID.fromString(hit.passage().id().substring(0, 36)))
                    .toList();
            Map<UUID, Document> shown = SpaceStore.as(
                    JDBI, caller.person(), handle -> new IndexStore(handle).documents(new HashSet<>(wrong)));
            assertThat(shown.values()).as("seed %d, query %d", seed, i).allMatch(one -> mine.contains(one.space()));
            hidden += new HashSet<>(wrong).size() - shown.size();
        }
        assertThat(hidden).isPositive();
    }

    private static String question(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> WORDS.get(random.nextInt(WORDS.size()));
            case 1 -> WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size()));
            // The name that only one space has.
            case 2 -> "espace" + random.nextInt(SPACES);
            default ->
                "Quel " + WORDS.get(random.nextInt(WORDS.size())) + " pour l’espace" + random.nextInt(SPACES) + " ?";
        };
    }
}
