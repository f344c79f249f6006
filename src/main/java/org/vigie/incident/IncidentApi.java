package org.vigie.incident;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** Incidents for programs. */
@Path("/api/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "incidents")
public class IncidentApi {
    private final Incidents incidents;
    private final Stops stops;

    @Inject
    IncidentApi(Incidents incidents, Stops stops) {
        this.incidents = incidents;
        this.stops = stops;
    }

    /** @param reporter absent where the report is anonymous */
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
            List<NoticeJson> notices) {
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
                    incident.notices().stream().map(NoticeJson::of).toList());
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

    /** @param scope {@code org}, {@code provider}, {@code model} or {@code use_case} */
    public record StopJson(
            String scope,
            String id,
            String motive,
            String decision,
            Instant at,
            Optional<Instant> liftedAt,
            Optional<String> liftDecision) {
        static StopJson of(Stop stop) {
            return new StopJson(
                    stop.scope().kind().code(),
                    stop.scope().id(),
                    stop.motive(),
                    stop.decision(),
                    stop.at(),
                    stop.lifted().map(Stop.Lifted::at),
                    stop.lifted().map(Stop.Lifted::decision));
        }
    }

    public record FileJson(IncidentJson incident, List<StopJson> suspensions, List<EntryJson> log) {}

    @GET
    @Operation(summary = "All incidents, the newest first")
    public List<IncidentJson> incidents() {
        return incidents.all().stream().map(IncidentJson::of).toList();
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One incident with its suspensions and its log")
    public FileJson incident(@PathParam("code") String code) {
        Incident incident = incidents.find(code).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        return new FileJson(
                IncidentJson.of(incident),
                stops.of(code).stream().map(StopJson::of).toList(),
                incidents.log(incident).stream().map(EntryJson::of).toList());
    }
}
