package org.vigie.mission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** The attestations that one may see: all that a client's person sees. */
@Path("/attestations")
@RunOnVirtualThread
public class AttestationsPage {
    private final Viewer viewer;
    private final Missions missions;
    private final Attestations attestations;

    @Inject
    AttestationsPage(Viewer viewer, Missions missions, Attestations attestations) {
        this.viewer = viewer;
        this.missions = missions;
        this.attestations = attestations;
    }

    @CheckedTemplate(basePath = "mission")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance attestations(Page page, List<MissionView> missions);
    }

    @GET
    public Response show() {
        List<MissionView> shown = attestations.visibleTo(viewer.caller()).stream()
                .map(mission -> MissionView.of(mission, viewer.language(), missions.now()))
                .toList();
        String title = new MissionWords(viewer.language()).say().attestations();
        return Pages.show(Templates.attestations(viewer.page(title), shown), viewer.language());
    }
}
