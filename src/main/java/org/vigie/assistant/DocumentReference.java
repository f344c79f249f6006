package org.vigie.assistant;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.exchange.Extracts;
import org.vigie.flow.Provenance;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.ProblemException;
import org.vigie.knowledge.Cited;
import org.vigie.knowledge.Search;
import org.vigie.knowledge.Space;
import org.vigie.knowledge.Spaces;

/** The library's, found by its search. */
@Singleton
final class DocumentReference implements Reference {
    /** Passages that a model is given: more of them cost tokens and bring noise. */
    private static final int PASSAGES = 6;

    private final Spaces spaces;
    private final Search search;

    @Inject
    DocumentReference(Spaces spaces, Search search) {
        this.spaces = spaces;
        this.search = search;
    }

    @Override
    public List<Space> spaces(Caller caller, Optional<String> mission) {
        if (!Rights.allows(caller, Right.READ_DOCUMENTS)) return List.of();
        return spaces.readableBy(caller).stream()
                .filter(space -> space.mission().isEmpty() || space.mission().equals(mission))
                .toList();
    }

    @Override
    public Grounds find(Caller caller, Optional<String> mission, Shelf shelf, String question) {
        List<Space> open = spaces(caller, mission).stream()
                .filter(space -> shelf.space().map(space.id()::equals).orElse(true))
                .toList();
        if (open.isEmpty()) return new Grounds(List.of(), List.of(), Provenance.NONE);
        List<Search.Found> found =
                search.search(caller, question, open.stream().map(Space::id).collect(Collectors.toSet()), PASSAGES);
        List<Source> sources = new ArrayList<>();
        List<Extracts.Extract> extracts = new ArrayList<>();
        for (Search.Found one : found) {
            Source source = Source.of(sources.size() + 1, one);
            sources.add(source);
            extracts.add(new Extracts.Extract(source.number(), title(one), one.text()));
        }
        return new Grounds(sources, extracts, provenance(found));
    }

    @Override
    public Optional<String> text(Caller caller, Source source) {
        if (!Rights.allows(caller, Right.READ_DOCUMENTS)) return Optional.empty();
        try {
            return search.open(caller, source.document(), source.passage(), 0).around().stream()
                    .map(Cited::text)
                    .findFirst();
        } catch (ProblemException gone) {
            return Optional.empty();
        }
    }

    private static String title(Search.Found one) {
        StringBuilder title = new StringBuilder(one.document().name());
        one.page().ifPresent(page -> title.append(", page ").append(page));
        if (!one.section().isEmpty()) title.append(", ").append(one.section());
        return title.toString();
    }

    private static Provenance provenance(List<Search.Found> found) {
        DataClass atLeast = DataClass.C0;
        for (Search.Found one : found) atLeast = atLeast.max(one.space().dataClass());
        Set<String> missions =
                found.stream().flatMap(one -> one.space().mission().stream()).collect(Collectors.toSet());
        return new Provenance(atLeast, missions);
    }
}
