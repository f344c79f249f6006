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
import java.util.UUID;
import org.vigie.detection.FindingType;
import org.vigie.mission.Mission;
import org.vigie.web.Bundles;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** The terms of one mission, for whoever leads it: they are masked everywhere, and bring the mission's rules with them. */
@Path("/missions/{code}/terms")
@RunOnVirtualThread
public class MissionTermsPage {
    private final Viewer viewer;
    private final MissionTerms terms;

    @Inject
    MissionTermsPage(Viewer viewer, MissionTerms terms) {
        this.viewer = viewer;
        this.terms = terms;
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
        return Pages.show(page(terms.managed(viewer.caller(), code), ""), viewer.language());
    }

    @POST
    public Response add(
            @PathParam("code") String code,
            @FormParam("term") @DefaultValue("") String term,
            @FormParam("type") @DefaultValue("") String type) {
        return terms.add(viewer.caller(), code, term, type)
                .map(fault -> again(code, fault))
                .orElseGet(() -> Pages.goTo("/missions/" + code + "/terms"));
    }

    @POST
    @Path("/{id}/remove")
    public Response remove(@PathParam("code") String code, @PathParam("id") UUID id) {
        terms.remove(viewer.caller(), code, id);
        return Pages.goTo("/missions/" + code + "/terms");
    }

    private Response again(String code, MissionTerms.Fault fault) {
        return Pages.showAgain(page(terms.managed(viewer.caller(), code), fault.in(words())), viewer.language());
    }

    private TemplateInstance page(Mission mission, String fault) {
        return Templates.missionTerms(
                viewer.page(words().missionTerms()),
                new MissionTermsView(mission, terms.of(mission), DictionaryPage.TYPES, fault));
    }

    private DictionaryMessages words() {
        return Bundles.in(DictionaryMessages.class, viewer.language());
    }
}
