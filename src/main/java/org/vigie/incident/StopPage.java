package org.vigie.incident;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.identity.People;
import org.vigie.incident.IncidentView.StopLine;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.EffectScope;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** « Coupe-circuit »: what is suspended, and the switch. Acting needs the password given lately, and asks once. */
@Path("/incidents/stop")
@RunOnVirtualThread
public class StopPage {
    private static final String HERE = "/incidents/stop";
    private static final int SHOWN = 20;

    private final Stops stops;
    private final Incidents incidents;
    private final People people;
    private final Viewer viewer;

    @Inject
    StopPage(Stops stops, Incidents incidents, People people, Viewer viewer) {
        this.stops = stops;
        this.incidents = incidents;
        this.people = people;
        this.viewer = viewer;
    }

    /** @param recent whether the password was given lately enough */
    record StopsView(
            List<StopLine> live,
            List<StopLine> lifted,
            List<String> providers,
            List<String> models,
            boolean recent,
            Form form,
            String done) {
        /** Where the password is asked for, on the way back to here. */
        public String confirmPath() {
            return Pages.confirmPath(
                    HERE + (form.value("incident").isEmpty() ? "" : "?incident=" + form.value("incident")));
        }
    }

    /** What is about to be suspended. */
    record Preview(String what, EffectScope scope, Stops.Impact impact, Form form) {
        public boolean isAll() {
            return scope.equals(EffectScope.ORG);
        }

        public boolean isUseCase() {
            return scope.kind() == EffectScope.Kind.USE_CASE;
        }

        public boolean isIdle() {
            return !isAll()
                    && !isUseCase()
                    && impact.silent().isEmpty()
                    && impact.detoured().isEmpty();
        }
    }

    @CheckedTemplate(basePath = "incident")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance stops(Page page, StopsView view);

        static native TemplateInstance stopConfirm(Page page, Preview preview);

        static native TemplateInstance lift(Page page, StopLine line, String fault);
    }

    /** @param incident the code of what is to be contained */
    @GET
    public Response show(
            @QueryParam("incident") @DefaultValue("") String incident,
            @QueryParam("done") @DefaultValue("") String done) {
        String known = incidents.find(incident).map(Incident::code).orElse("");
        Form form = Form.of(Map.of("incident", List.of(known)));
        return Pages.show(page(form, done.matches("D-\\d{4}-\\d{3,}") ? done : ""), viewer.language());
    }

    /** Without {@code confirmed}, says what would stop. */
    @POST
    public Response stop(RoutingContext request) {
        Form form = Form.posted(request);
        if (!viewer.recentlyAuthenticated()) return Pages.goTo(Pages.confirmPath(HERE));
        Telling telling = telling();
        StopForm sent = new StopForm(form, stops, incidents);
        Form checked = sent.checked(telling.say());
        if (!checked.errors().isEmpty()) return Pages.showAgain(page(checked, ""), viewer.language());
        EffectScope scope = sent.scope().orElseThrow();
        if (!form.holds("confirmed", "yes")) return preview(scope, form, telling);
        try {
            DecisionRecord decision = stops.stop(viewer.caller(), sent.incident(), scope, sent.motive());
            return Pages.goTo(HERE + "?done=" + decision.number());
        } catch (IllegalArgumentException held) {
            return again(form, "what", telling.say().heldFault());
        }
    }

    private Response preview(EffectScope scope, Form form, Telling telling) {
        String what = telling.say().scope(scope.kind().code(), scope.id());
        Preview preview = new Preview(what, scope, stops.impactOf(scope), form);
        return Pages.show(
                Templates.stopConfirm(viewer.page(telling.say().confirmTitle(what)), preview), viewer.language());
    }

    @GET
    @Path("/{stop}/lift")
    public Response askToLift(@PathParam("stop") UUID id) {
        return Pages.show(liftPage(id, ""), viewer.language());
    }

    @POST
    @Path("/{stop}/lift")
    public Response lift(@PathParam("stop") UUID id, RoutingContext request) {
        if (!viewer.recentlyAuthenticated()) return Pages.goTo(Pages.confirmPath(HERE + "/" + id + "/lift"));
        String motive = Form.posted(request).value("motive").strip();
        if (!StopForm.isMotive(motive)) {
            return Pages.showAgain(
                    liftPage(id, telling().say().obstacle(Obstacle.MOTIVE_MISSING.name())), viewer.language());
        }
        DecisionRecord decision = stops.lift(viewer.caller(), id, motive);
        return Pages.goTo(HERE + "?done=" + decision.number());
    }

    private TemplateInstance liftPage(UUID id, String fault) {
        Telling telling = telling();
        StopLine line = telling.stop(stops.live(id));
        return Templates.lift(viewer.page(telling.say().liftTitle(line.what())), line, fault);
    }

    private Response again(Form form, String field, String fault) {
        return Pages.showAgain(page(form.with(new Form.FieldError(field, fault)), ""), viewer.language());
    }

    private TemplateInstance page(Form form, String done) {
        Telling telling = telling();
        return Templates.stops(
                viewer.page(telling.say().stopTitle()),
                new StopsView(
                        stops.live().stream().map(telling::stop).toList(),
                        stops.lifted(SHOWN).stream().map(telling::stop).toList(),
                        names(EffectScope.Kind.PROVIDER),
                        names(EffectScope.Kind.MODEL),
                        viewer.recentlyAuthenticated(),
                        form,
                        done));
    }

    private List<String> names(EffectScope.Kind kind) {
        return stops.choices().stream()
                .filter(choice -> choice.kind() == kind)
                .map(EffectScope::id)
                .toList();
    }

    private Telling telling() {
        return new Telling(viewer.language(), people, incidents.now());
    }
}
