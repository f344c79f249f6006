package org.vigie.dictionary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.detection.Dictionary.Entry;
import org.vigie.detection.Dictionary.Regime;
import org.vigie.detection.FindingType;
import org.vigie.identity.Caller;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.mission.Mission;
import org.vigie.mission.Missions;

/** The terms of one mission, for whoever leads it; nobody changes those of a mission that is over. */
@Singleton
final class MissionTerms {
    private final Terms terms;
    private final Missions missions;

    @Inject
    MissionTerms(Terms terms, Missions missions) {
        this.terms = terms;
        this.missions = missions;
    }

    /** What is wrong with a term that somebody wants to add. */
    enum Fault {
        TERM,
        TYPE;

        /** The id of the input that it is about. */
        String field() {
            return switch (this) {
                case TERM -> "term";
                case TYPE -> "type";
            };
        }

        String in(DictionaryMessages say) {
            return switch (this) {
                case TERM -> say.termFault();
                case TYPE -> say.typeFault();
            };
        }
    }

    /** @throws ProblemException {@code not_found} or {@code forbidden} for whoever does not lead it */
    Mission managed(Caller caller, String code) {
        Mission mission = missions.find(caller, code);
        if (!missions.mayManage(caller, mission)) throw new ProblemException(new Problem.Forbidden());
        return mission;
    }

    List<Term> of(Mission mission) {
        return terms.ofMission(mission.code());
    }

    /**
     * @param type a name out of {@link DictionaryPage#TYPES}
     * @return empty where it was added
     */
    Optional<Fault> add(Caller caller, String code, String term, String type) {
        Mission mission = open(caller, code);
        if (!Term.mayBe(term.strip())) return Optional.of(Fault.TERM);
        Optional<FindingType> chosen = DictionaryPage.TYPES.stream()
                .filter(one -> one.name().equals(type))
                .findFirst();
        if (chosen.isEmpty()) return Optional.of(Fault.TYPE);
        terms.put(caller, List.of(new Entry(term.strip(), chosen.get(), "", Regime.PROTECT, mission.code())));
        return Optional.empty();
    }

    /** @throws ProblemException {@code not_found} for a term that is not this mission's */
    void remove(Caller caller, String code, UUID id) {
        Mission mission = open(caller, code);
        boolean itsOwn = of(mission).stream().anyMatch(term -> term.id().equals(id));
        if (!itsOwn) throw new ProblemException(new Problem.NotFound());
        terms.remove(caller, id);
    }

    private Mission open(Caller caller, String code) {
        Mission mission = managed(caller, code);
        if (missions.isFrozen(mission)) throw new ProblemException(new Problem.Forbidden());
        return mission;
    }
}
