package org.vigie.mission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** Cadre › Missions: those that one may see, and a new one. */
@Path("/missions")
@RunOnVirtualThread
public class MissionsPage {
    private final Viewer viewer;
    private final Missions missions;
    private final People people;

    @Inject
    MissionsPage(Viewer viewer, Missions missions, People people) {
        this.viewer = viewer;
        this.missions = missions;
        this.people = people;
    }

    @CheckedTemplate(basePath = "mission")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance missions(Page page, ListView view);

        static native TemplateInstance begin(Page page, Form form, List<Person> managers);
    }

    /** @param mayBegin whether this person may frame a new one */
    record ListView(List<MissionView> missions, boolean mayBegin) {}

    @GET
    public Response show() {
        List<MissionView> shown = missions.visibleTo(viewer.caller()).stream()
                .map(mission -> MissionView.of(mission, viewer.language(), missions.now()))
                .toList();
        boolean mayBegin = Rights.allows(viewer.caller(), Right.MANAGE_MISSIONS);
        return Pages.show(
                Templates.missions(viewer.page(words().say().missions()), new ListView(shown, mayBegin)),
                viewer.language());
    }

    @GET
    @Path("/new/form")
    public Response form() {
        Form form = Form.of(Map.of(
                "manager",
                List.of(viewer.caller().person().toString()),
                "starts",
                List.of(LocalDate.ofInstant(missions.now(), Mission.ZONE).toString())));
        return Pages.show(begin(form), viewer.language());
    }

    @POST
    public Response create(RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        try {
            Mission begun = missions.begin(
                    viewer.caller(), posted.text("code").strip(), MissionForms.description(posted, people));
            return Pages.goTo("/missions/" + begun.code());
        } catch (MissionException rejected) {
            return Pages.showAgain(begin(words().faults(posted.form(), rejected)), viewer.language());
        }
    }

    private TemplateInstance begin(Form form) {
        List<Person> managers = missions.mayLeadFor(viewer.caller());
        return Templates.begin(viewer.page(words().say().newMission()), form, managers);
    }

    private MissionWords words() {
        return new MissionWords(viewer.language());
    }
}
