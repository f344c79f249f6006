package org.vigie.dictionary;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.detection.Dictionary.Entry;
import org.vigie.detection.Dictionary.Regime;
import org.vigie.detection.FindingType;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.mission.Mission;
import org.vigie.mission.Missions;
import org.vigie.web.Bundles;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** The terms of one mission, for whoever leads it: they are masked everywhere, and bring the mission's rules with them. */
@Path("/missions/{code}/terms")
@RunOnVirtualThread
public class MissionTermsPage {
    private final Viewer viewer;
    private final Terms terms;
    private final Missions missions;

    @Inject
    MissionTermsPage(Viewer viewer, Terms terms, Missions missions) {
        this.viewer = viewer;
        this.terms = terms;
        this.missions = missions;
    }

    @CheckedTemplate(basePath = "dictionary")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance missionTerms(Page page, MissionTermsView view);
    }

    /** @param fault what is wrong with what was sent, in words; empty when nothing is */
    record MissionTermsView(Mission mission, List<Term> terms, List<FindingType> types, String fault) {}

    @GET
    public Response show(@PathParam("code") String code) {
        return Pages.show(page(managed(code), ""), viewer.language());
    }

    @POST
    public Response add(
            @PathParam("code") String code,
            @FormParam("term") @DefaultValue("") String term,
            @FormParam("type") @DefaultValue("") String type) {
        Mission mission = open(code);
        if (!Term.mayBe(term.strip())) return again(mission, words().termFault());
        Optional<FindingType> chosen = DictionaryPage.TYPES.stream()
                .filter(one -> one.name().equals(type))
                .findFirst();
        if (chosen.isEmpty()) return again(mission, words().typeFault());
        terms.put(viewer.caller(), List.of(new Entry(term.strip(), chosen.get(), "", Regime.PROTECT, mission.code())));
        return Pages.goTo("/missions/" + mission.code() + "/terms");
    }

    @POST
    @Path("/{id}/remove")
    public Response remove(@PathParam("code") String code, @PathParam("id") UUID id) {
        Mission mission = open(code);
        boolean itsOwn = terms.ofMission(mission.code()).stream()
                .anyMatch(term -> term.id().equals(id));
        if (!itsOwn) throw new ProblemException(new Problem.NotFound());
        terms.remove(viewer.caller(), id);
        return Pages.goTo("/missions/" + mission.code() + "/terms");
    }

    private Mission managed(String code) {
        Mission mission = missions.find(viewer.caller(), code);
        if (!missions.mayManage(viewer.caller(), mission)) throw new ProblemException(new Problem.Forbidden());
        return mission;
    }

    private Mission open(String code) {
        Mission mission = managed(code);
        if (missions.isFrozen(mission)) throw new ProblemException(new Problem.Forbidden());
        return mission;
    }

    private Response again(Mission mission, String fault) {
        return Pages.showAgain(page(mission, fault), viewer.language());
    }

    private TemplateInstance page(Mission mission, String fault) {
        return Templates.missionTerms(
                viewer.page(words().missionTerms()),
                new MissionTermsView(mission, terms.ofMission(mission.code()), DictionaryPage.TYPES, fault));
    }

    private DictionaryMessages words() {
        return Bundles.in(DictionaryMessages.class, viewer.language());
    }
}
