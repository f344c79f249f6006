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
import java.time.Instant;
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
        Optional<Handling> handling = handling(form, telling);
        if (handling.isEmpty()) return again(code, telling.say().handlingFault());
        return answer(
                code,
                incidents.edit(
                        viewer.caller(), code, number(form.value("version")).orElse(0), handling.get()));
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

    /** Empty where something does not fit. */
    private static Optional<Handling> handling(Form form, Telling telling) {
        Optional<Instant> detected = telling.past(form.value("detected"));
        Optional<Kind> kind = Kind.find(form.value("kind"));
        boolean readable = isNumberOrNothing(form.value("clientDays")) && isNumberOrNothing(form.value("persons"));
        if (detected.isEmpty() || kind.isEmpty() || !readable) return Optional.empty();
        try {
            return Optional.of(new Handling(
                    kind.get(),
                    Severity.find(form.value("severity")),
                    detected.get(),
                    form.holds("personal", "yes"),
                    form.holds("highRisk", "yes"),
                    form.holds("serious", "yes"),
                    form.holds("staff", "yes"),
                    number(form.value("clientDays")),
                    number(form.value("persons")),
                    form.value("target"),
                    form.value("useCase"),
                    form.value("rootCause"),
                    form.value("actions"),
                    form.value("lessons")));
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    private static boolean isNumberOrNothing(String text) {
        return text.isBlank() || number(text).isPresent();
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
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
