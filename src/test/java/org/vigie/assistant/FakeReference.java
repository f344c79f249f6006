package org.vigie.assistant;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.vigie.exchange.Extracts;
import org.vigie.flow.Provenance;
import org.vigie.identity.Caller;
import org.vigie.kernel.DataClass;
import org.vigie.knowledge.Space;

/** Finds one passage, whatever is asked. */
final class FakeReference implements Reference {
    static final Source SOURCE =
            new Source(1, new UUID(0, 7), 3, "Frais.pdf", "Hôtel", OptionalInt.of(2), "Déplacements", false, false);

    @Override
    public List<Space> spaces(Caller caller, Optional<String> mission) {
        return List.of();
    }

    @Override
    public Grounds find(Caller caller, Optional<String> mission, Shelf shelf, String question) {
        return new Grounds(
                List.of(SOURCE),
                List.of(new Extracts.Extract(1, SOURCE.title(), "L’hôtel est remboursé jusqu’à 120 €.")),
                new Provenance(DataClass.C1, Set.of()));
    }

    @Override
    public Optional<String> text(Caller caller, Source source) {
        return Optional.of("L’hôtel est remboursé jusqu’à 120 €.");
    }
}
