package org.vigie.incident;

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
import java.util.List;
import java.util.Optional;
import org.vigie.identity.People;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.incident.IncidentView.File;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** The file of one incident: whole for handlers, what became of it for whoever reported it, nothing for anybody else. */
@Path("/incidents/file/{code}")
@RunOnVirtualThread
public class IncidentFilePage {
    private final Incidents incidents;
    private final Stops stops;
    private final People people;
    private final Viewer viewer;

    @Inject
    IncidentFilePage(Incidents incidents, Stops stops, People people, Viewer viewer) {
        this.incidents = incidents;
        this.stops = stops;
        this.people = people;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "incident")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance file(Page page, File view);
    }

    @GET
    public Response show(@PathParam("code") String code) {
        return Pages.show(page(code, ""), viewer.language());
    }

    @POST
    public Response edit(@PathParam("code") String code, RoutingContext request) {
        Form form = Form.posted(request);
        Telling telling = telling();
        Optional<Handling> handling = new HandlingForm(form, telling).handling();
        if (handling.isEmpty()) return again(code, telling.say().handlingFault());
        return answer(
                code,
                incidents.edit(
                        viewer.caller(),
                        code,
                        HandlingForm.number(form.value("version")).orElse(0),
                        handling.get()));
    }

    @POST
    @Path("/state")
    public Response move(@PathParam("code") String code, RoutingContext request) {
        Form form = Form.posted(request);
        State to = State.find(form.value("state")).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        return answer(code, incidents.move(viewer.caller(), code, to, shortened(form.value("motive"))));
    }

    @POST
    @Path("/note")
    public Response note(@PathParam("code") String code, RoutingContext request) {
        String text = shortened(Form.posted(request).value("note"));
        if (!text.isBlank()) incidents.note(viewer.caller(), code, text);
        return answer(code, Optional.empty());
    }

    @POST
    @Path("/notice/{kind}")
    public Response settle(@PathParam("code") String code, @PathParam("kind") String kind, RoutingContext request) {
        String reference = shortened(Form.posted(request).value("reference"));
        Notice.Kind whom = Notice.Kind.find(kind).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        if (reference.isBlank()) return again(code, telling().say().obstacle(Obstacle.MOTIVE_MISSING.name()));
        incidents.settle(viewer.caller(), code, whom, reference);
        return answer(code, Optional.empty());
    }

    private static String shortened(String text) {
        return text.length() <= Report.LONGEST ? text : text.substring(0, Report.LONGEST);
    }

    private Response answer(String code, Optional<Obstacle> obstacle) {
        return obstacle.map(why -> again(code, telling().say().obstacle(why.name())))
                .orElseGet(() -> Pages.goTo("/incidents/file/" + code));
    }

    private Response again(String code, String fault) {
        return Pages.showAgain(page(code, fault), viewer.language());
    }

    private TemplateInstance page(String code, String fault) {
        Incident incident = incidents
                .find(code)
                .filter(found -> isHandler()
                        || found.reporter().equals(Optional.of(viewer.caller().person())))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        Telling telling = telling();
        boolean handler = isHandler();
        File view = new File(
                incident,
                handler,
                telling.row(incident),
                telling.name(incident.reporter()),
                telling.moment(incident.report().occurredAt()),
                Telling.typed(incident.handling().detectedAt()),
                incident.notices().stream().map(telling::notice).toList(),
                incidents.log(incident).stream()
                        .filter(entry ->
                                handler || entry.act() == LogEntry.Act.REPORTED || entry.act() == LogEntry.Act.MOVED)
                        .map(telling::log)
                        .toList(),
                handler ? stops.of(code).stream().map(telling::stop).toList() : List.of(),
                fault);
        return Templates.file(viewer.page(code), view);
    }

    private boolean isHandler() {
        return Rights.allows(viewer.caller(), Right.HANDLE_INCIDENTS);
    }

    private Telling telling() {
        return new Telling(viewer.language(), people, incidents.now());
    }
}
