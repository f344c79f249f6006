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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.vigie.identity.People;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.incident.IncidentView.Listing;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** Tour › Incidents: the report that anybody makes, and the list that handlers work from. */
@Path("/incidents")
@RunOnVirtualThread
public class IncidentPages {
    private final Incidents incidents;
    private final People people;
    private final Viewer viewer;

    @Inject
    IncidentPages(Incidents incidents, People people, Viewer viewer) {
        this.incidents = incidents;
        this.people = people;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "incident")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance incidents(Page page, Listing view);

        static native TemplateInstance report(Page page, Form form, List<Kind> kinds);
    }

    /** @param reported the code of what this person has just reported */
    @GET
    public Response list(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("severity") @DefaultValue("") String severity,
            @QueryParam("reported") @DefaultValue("") String reported,
            @QueryParam("anonymous") @DefaultValue("") String anonymous) {
        Instant now = incidents.now();
        Telling telling = telling(now);
        boolean handler = isHandler();
        List<Incident> all = handler ? incidents.all() : List.of();
        Listing view = new Listing(
                handler,
                telling.rows(all.stream().filter(chosen(state, severity)).toList()),
                telling.rows(incidents.of(viewer.caller().person())),
                state,
                severity,
                all.size(),
                count(all, incident -> !incident.state().isOver()),
                count(all, incident -> !incident.state().isOver() && incident.isOverdue(now)),
                reported.matches("I-\\d{4}-\\d{3,}") ? reported : "",
                !anonymous.isEmpty());
        return Pages.show(Templates.incidents(viewer.page(telling.say().title()), view), viewer.language());
    }

    private static int count(List<Incident> all, Predicate<Incident> which) {
        return Math.toIntExact(all.stream().filter(which).count());
    }

    private static Predicate<Incident> chosen(String state, String severity) {
        return incident -> (state.isEmpty()
                        || (state.equals("open")
                                ? !incident.state().isOver()
                                : incident.state().code().equals(state)))
                && (severity.isEmpty()
                        || incident.handling()
                                .severity()
                                .map(Enum::name)
                                .orElse("")
                                .equals(severity));
    }

    @GET
    @Path("/export.csv")
    @Produces("text/csv; charset=utf-8")
    public Response export() {
        return Response.ok(IncidentCsv.of(incidents.all()))
                .header("Content-Disposition", "attachment; filename=\"vigie-incidents.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** @param exchange of the page that one comes from */
    @GET
    @Path("/new")
    public Response begin(@QueryParam("exchange") @DefaultValue("") String exchange) {
        Form form = Form.of(Map.of(
                "exchange",
                        List.of(ReportForm.uuid(exchange).map(UUID::toString).orElse("")),
                "occurred", List.of(Telling.typed(incidents.now()))));
        return Pages.show(form(form), viewer.language());
    }

    @POST
    @Path("/new")
    public Response report(RoutingContext request) {
        Form form = Form.posted(request);
        Telling telling = telling(incidents.now());
        ReportForm sent = new ReportForm(form, telling);
        Form checked = sent.checked();
        if (!checked.errors().isEmpty()) return Pages.showAgain(form(checked), viewer.language());
        boolean anonymous = sent.isAnonymous();
        try {
            String code = incidents.report(viewer.caller(), sent.report(), anonymous);
            return Pages.goTo("/incidents?reported=" + code + (anonymous ? "&anonymous=yes" : ""));
        } catch (IllegalArgumentException notTheirs) {
            return Pages.showAgain(form(form.with(sent.notTheirs())), viewer.language());
        }
    }

    private TemplateInstance form(Form form) {
        return Templates.report(viewer.page(telling(incidents.now()).say().report()), form, List.of(Kind.values()));
    }

    private boolean isHandler() {
        return Rights.allows(viewer.caller(), Right.HANDLE_INCIDENTS);
    }

    private Telling telling(Instant now) {
        return new Telling(viewer.language(), people, now);
    }
}
