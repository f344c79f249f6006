package org.vigie.knowledge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.vigie.identity.Caller;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * Passages that answer a question, among those that somebody may read. Rights count three times: the spaces that one may
 * read are a filter within the query; what was found is read from the database as that person, which hides the rest; and
 * opening a passage asks both again.
 */
@Singleton
public final class Search {
    /** Passages that are handed out at most. */
    public static final int MOST = 50;

    /** Characters of a question that are looked at. */
    private static final int LONGEST_QUESTION = 2_000;

    private final Jdbi jdbi;
    private final Spaces spaces;
    private final LibraryIndex index;

    @Inject
    Search(Jdbi jdbi, Spaces spaces, LibraryIndex index) {
        this.jdbi = jdbi;
        this.spaces = spaces;
        this.index = index;
    }

    /**
     * A passage that was found.
     *
     * @param number its place in the document, from 0
     * @param page from 1; empty where the format has none
     * @param section the headings above it, empty where there is none
     * @param recognised by optical recognition: figures may be wrong
     */
    public record Found(
            Space space,
            Document document,
            int number,
            OptionalInt page,
            String section,
            String text,
            boolean recognised,
            Snippet snippet) {
        /** Where it opens. */
        public String path() {
            return "/documents/passages/" + document.id() + "/" + number;
        }
    }

    /**
     * The best first. The same passage of the same file in several spaces counts once.
     *
     * @param only the spaces to search, of those that the caller may read; all of them where there is none
     */
    public List<Found> search(Caller caller, String question, Set<UUID> only, int most) {
        Map<UUID, Space> open = spaces.readableBy(caller).stream()
                .filter(space -> only.isEmpty() || only.contains(space.id()))
                .collect(Collectors.toMap(Space::id, Function.identity()));
        if (open.isEmpty()) return List.of();
        String asked = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
        int wanted = Math.min(most, MOST);
        List<Place> places = index.search(asked, open.keySet(), wanted * 2).stream()
                .map(hit -> Place.of(hit.passage().id()))
                .toList();
        return SpaceStore.as(jdbi, caller.person(), handle -> found(new IndexStore(handle), places, open, asked))
                .stream()
                .limit(wanted)
                .toList();
    }

    /** A passage by the id that it has in the index. */
    private record Place(UUID document, int number) {
        static Place of(String id) {
            int slash = id.indexOf('/');
            return new Place(UUID.fromString(id.substring(0, slash)), Integer.parseInt(id.substring(slash + 1)));
        }
    }

    private static List<Found> found(IndexStore store, List<Place> places, Map<UUID, Space> open, String question) {
        Map<UUID, Document> documents =
                store.documents(places.stream().map(Place::document).collect(Collectors.toSet()));
        Set<String> seen = new HashSet<>();
        List<Found> all = new ArrayList<>();
        for (Place place : places) {
            Document document = documents.get(place.document());
            if (document == null || !open.containsKey(document.space())) continue;
            if (!seen.add(document.sha256() + "/" + place.number())) continue;
            store.around(document, place.number(), place.number()).stream()
                    .map(one -> found(one, open, question))
                    .forEach(all::add);
        }
        return all;
    }

    private static Found found(Cited one, Map<UUID, Space> open, String question) {
        Space space = Optional.ofNullable(open.get(one.document().space())).orElseThrow();
        return new Found(
                space,
                one.document(),
                one.number(),
                one.page(),
                one.heading(),
                one.text(),
                one.recognised(),
                Snippet.of(one.text(), question));
    }

    /** A passage with its neighbours. @param around in reading order, the passage itself among them */
    public record Opened(Space space, Document document, int number, List<Cited> around) {
        public Opened {
            around = List.copyOf(around);
        }

        /** The page that it is on; empty where the format has none. */
        public OptionalInt page() {
            return around.stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .map(Cited::page)
                    .orElse(OptionalInt.empty());
        }
    }

    /**
     * @param neighbours so many before it and after it
     * @throws ProblemException {@code not_found} also for one that this caller may not read
     */
    public Opened open(Caller caller, UUID document, int number, int neighbours) {
        Map<UUID, Space> open = new LinkedHashMap<>();
        spaces.readableBy(caller).forEach(space -> open.put(space.id(), space));
        return SpaceStore.as(jdbi, caller.person(), handle -> {
                    IndexStore store = new IndexStore(handle);
                    return new DocumentStore(handle)
                            .find(document)
                            .filter(one -> open.containsKey(one.space()))
                            .map(one -> new Opened(
                                    Optional.ofNullable(open.get(one.space())).orElseThrow(),
                                    one,
                                    number,
                                    store.around(one, number - neighbours, number + neighbours)));
                })
                .filter(one -> one.around().stream().anyMatch(passage -> passage.number() == number))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }
}
