package org.vigie.mission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.SortedMap;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.web.Figures;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** What is erased of a mission and when; the day may come sooner, and for a stated reason later. */
@Path("/missions/{code}/purge")
@RunOnVirtualThread
public class PurgePage {
    private final Viewer viewer;
    private final Missions missions;
    private final MissionPurge purge;

    @Inject
    PurgePage(Viewer viewer, Missions missions, MissionPurge purge) {
        this.viewer = viewer;
        this.missions = missions;
        this.purge = purge;
    }

    @CheckedTemplate(basePath = "mission")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance purge(Page page, PurgeView view);
    }

    /**
     * @param counts how much there is, by what it is: {@code conversations}
     * @param day in words
     * @param done when it was done, in words; empty before
     */
    record PurgeView(
            Mission mission,
            SortedMap<String, Integer> counts,
            String day,
            String done,
            boolean mayAdvance,
            boolean mayPostpone,
            Form form) {}

    @GET
    public Response show(@PathParam("code") String code) {
        return Pages.show(page(missions.find(viewer.caller(), code), Form.EMPTY), viewer.language());
    }

    @POST
    @Path("/sooner")
    public Response sooner(@PathParam("code") String code, RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        try {
            missions.purgeSooner(
                    viewer.caller(),
                    code,
                    PostedFields.day(posted.text("sooner"))
                            .orElseThrow(() -> MissionException.of(MissionFault.PURGE_NOT_EARLIER)));
            return Pages.goTo("/missions/" + code + "/purge");
        } catch (MissionException rejected) {
            return again(code, posted, rejected);
        }
    }

    @POST
    @Path("/later")
    public Response later(@PathParam("code") String code, RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        try {
            missions.purgeLater(
                    viewer.caller(),
                    code,
                    PostedFields.day(posted.text("later"))
                            .orElseThrow(() -> MissionException.of(MissionFault.PURGE_NOT_LATER)),
                    posted.text("reason"));
            return Pages.goTo("/missions/" + code + "/purge");
        } catch (MissionException rejected) {
            return again(code, posted, rejected);
        }
    }

    private Response again(String code, PostedFields posted, MissionException rejected) {
        Form form = words().faults(posted.form(), rejected);
        return Pages.showAgain(page(missions.find(viewer.caller(), code), form), viewer.language());
    }

    private TemplateInstance page(Mission mission, Form form) {
        boolean ahead = mission.isClosed() && mission.purgedAt().isEmpty();
        PurgeView view = new PurgeView(
                mission,
                purge.contents(mission),
                words().date(mission.purgeDay()),
                mission.purgedAt().map(new Figures(viewer.language())::moment).orElse(""),
                ahead && missions.mayManage(viewer.caller(), mission),
                ahead && Rights.allows(viewer.caller(), Right.POSTPONE_PURGE),
                form);
        return Templates.purge(viewer.page(words().say().purgeTitle(mission.name())), view);
    }

    private MissionWords words() {
        return new MissionWords(viewer.language());
    }
}
