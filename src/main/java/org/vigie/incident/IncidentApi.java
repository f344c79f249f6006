package org.vigie.incident;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.vigie.identity.People;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.ApiBody;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** Incidents for programs. */
@Path("/api/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "incidents")
public class IncidentApi {
    private final Incidents incidents;
    private final Stops stops;
    private final People people;
    private final Viewer viewer;

    @Inject
    IncidentApi(Incidents incidents, Stops stops, People people, Viewer viewer) {
        this.incidents = incidents;
        this.stops = stops;
        this.people = people;
        this.viewer = viewer;
    }

    /**
     * @param reporter absent where the report is anonymous
     * @param version for {@code If-Match}
     */
    public record IncidentJson(
            String code,
            String state,
            Optional<String> severity,
            String kind,
            String what,
            Instant occurredAt,
            Instant detectedAt,
            Instant reportedAt,
            Optional<UUID> reporter,
            Optional<UUID> exchange,
            String mission,
            String useCase,
            String target,
            Optional<String> dataClass,
            Optional<Integer> persons,
            String rootCause,
            String actions,
            String lessons,
            List<NoticeJson> notices,
            int version) {
        static IncidentJson of(Incident incident) {
            Report report = incident.report();
            Handling handling = incident.handling();
            return new IncidentJson(
                    incident.code(),
                    incident.state().code(),
                    handling.severity().map(Enum::name),
                    handling.kind().code(),
                    report.what(),
                    report.occurredAt(),
                    handling.detectedAt(),
                    incident.reportedAt(),
                    incident.reporter(),
                    report.exchange(),
                    report.mission(),
                    handling.useCase(),
                    handling.target(),
                    report.dataClass().map(Enum::name),
                    handling.persons(),
                    handling.rootCause(),
                    handling.actions(),
                    handling.lessons(),
                    incident.notices().stream().map(NoticeJson::of).toList(),
                    incident.version());
        }
    }

    /** @param due absent where no clock runs */
    public record NoticeJson(String whom, Optional<Instant> due, Optional<Instant> doneAt, Optional<String> reference) {
        static NoticeJson of(Notice notice) {
            return new NoticeJson(
                    notice.kind().code(),
                    notice.due(),
                    notice.done().map(Notice.Done::at),
                    notice.done().map(Notice.Done::reference));
        }
    }

    /** @param about the new state, who was told, or a decision's number */
    public record EntryJson(Instant at, Optional<UUID> by, String act, String about, String text) {
        static EntryJson of(LogEntry entry) {
            return new EntryJson(entry.at(), entry.by(), entry.act().code(), entry.about(), entry.text());
        }
    }

    public record FileJson(IncidentJson incident, List<StopApi.StopJson> suspensions, List<EntryJson> log) {}

    /**
     * A report; what is not sent is not known.
     *
     * @param kind {@code leak}, {@code false_output} and the others that incidents show
     * @param occurred a moment, {@code 2026-11-22T10:00} in Paris or {@code 2026-11-22T09:00:00Z}
     * @param exchange one of the caller's own
     * @param anonymous whether neither person nor exchange is kept
     */
    public record ReportBody(
            @Nullable String kind,
            @Nullable String what,
            @Nullable String occurred,
            @Nullable String exchange,
            @Nullable String mission,
            @Nullable String dataClass,
            @Nullable Boolean anonymous) {}

    /** What handlers know; what is not sent stays as it is. */
    public record HandlingBody(
            @Nullable String kind,
            @Nullable String severity,
            @Nullable String detected,
            @Nullable Boolean personal,
            @Nullable Boolean highRisk,
            @Nullable Boolean serious,
            @Nullable Boolean staff,
            @Nullable Integer clientDays,
            @Nullable Integer persons,
            @Nullable String target,
            @Nullable String useCase,
            @Nullable String rootCause,
            @Nullable String actions,
            @Nullable String lessons,
            @Nullable Integer version) {}

    /** @param motive needed to dismiss and to reopen */
    public record MoveBody(@Nullable String state, @Nullable String motive) {}

    public record NoteBody(@Nullable String note) {}

    /** @param reference of the message by which they were told, or why they are not */
    public record SettleBody(@Nullable String reference) {}

    public record Reported(String code) {}

    @GET
    @Operation(summary = "All incidents, the newest first")
    public List<IncidentJson> incidents() {
        return incidents.all().stream().map(IncidentJson::of).toList();
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One incident with its suspensions and its log")
    public FileJson incident(@PathParam("code") String code) {
        Incident incident = find(code);
        return new FileJson(
                IncidentJson.of(incident),
                stops.of(code).stream().map(StopApi.StopJson::of).toList(),
                incidents.log(incident).stream().map(EntryJson::of).toList());
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reports an incident")
    public Reported report(@Nullable ReportBody body) {
        ReportForm sent = new ReportForm(ApiBody.fields(body).form(), telling());
        Form checked = sent.checked();
        if (!checked.errors().isEmpty()) throw checked.problem();
        try {
            return new Reported(incidents.report(viewer.caller(), sent.report(), sent.isAnonymous()));
        } catch (IllegalArgumentException notTheirs) {
            throw Form.EMPTY.with(sent.notTheirs()).problem();
        }
    }

    @PATCH
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Writes what is sent of what the handlers know")
    public FileJson edit(@PathParam("code") String code, @Nullable HandlingBody body, RoutingContext request) {
        PostedFields sent = ApiBody.fields(body, request);
        Incident now = find(code);
        Form all = HandlingForm.of(now.handling()).over(sent);
        Optional<Handling> handling = new HandlingForm(all, telling()).handling();
        if (handling.isEmpty()) throw unfit(now, sent);
        int version = ApiBody.version(sent).orElse(now.version());
        return after(code, incidents.edit(viewer.caller(), code, version, handling.get()));
    }

    private ProblemException unfit(Incident now, PostedFields sent) {
        return HandlingForm.of(now.handling())
                .unfit(
                        sent,
                        (_, alone) ->
                                new HandlingForm(alone, telling()).handling().isPresent(),
                        telling().say().handlingFault())
                .problem();
    }

    @POST
    @Path("/{code}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Qualifies, contains, analyses, corrects, closes, dismisses or reopens an incident")
    public FileJson move(@PathParam("code") String code, @Nullable MoveBody body) {
        PostedFields sent = ApiBody.fields(body);
        find(code);
        State to = State.find(sent.text("state"))
                .orElseThrow(() -> new ProblemException(new Problem.Malformed("state", "no such state")));
        return after(code, incidents.move(viewer.caller(), code, to, shortened(sent.text("motive"))));
    }

    @POST
    @Path("/{code}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a note to the log")
    public FileJson note(@PathParam("code") String code, @Nullable NoteBody body) {
        String text = shortened(ApiBody.fields(body).text("note"));
        if (text.isBlank()) throw new ProblemException(new Problem.Malformed("note", "empty"));
        incidents.note(viewer.caller(), code, text);
        return incident(code);
    }

    @POST
    @Path("/{code}/notices/{kind}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says that somebody was told, or why not")
    public FileJson settle(@PathParam("code") String code, @PathParam("kind") String kind, @Nullable SettleBody body) {
        String reference = shortened(ApiBody.fields(body).text("reference"));
        Notice.Kind whom = Notice.Kind.find(kind).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        if (reference.isBlank()) throw new ProblemException(new Problem.Malformed("reference", "empty"));
        incidents.settle(viewer.caller(), code, whom, reference);
        return incident(code);
    }

    private static String shortened(String text) {
        return text.length() <= Report.LONGEST ? text : text.substring(0, Report.LONGEST);
    }

    private Incident find(String code) {
        return incidents.find(code).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    private FileJson after(String code, Optional<Obstacle> obstacle) {
        if (obstacle.isEmpty()) return incident(code);
        if (obstacle.get() == Obstacle.CHANGED_MEANWHILE) throw new ProblemException(new Problem.ChangedMeanwhile());
        String words = telling().say().obstacle(obstacle.get().name());
        throw Form.EMPTY
                .with(new Form.FieldError(obstacle.get().field(), words))
                .problem();
    }

    private Telling telling() {
        return new Telling(viewer.language(), people, incidents.now());
    }
}
