package org.vigie.incident;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.vigie.identity.People;
import org.vigie.policy.EffectScope;
import org.vigie.web.ApiBody;
import org.vigie.web.Form;
import org.vigie.web.Viewer;

/** The kill switch for programs: a session must be of the last fifteen minutes, a key needs {@code api:write}. */
@Path("/api/v1/stops")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "incidents")
public class StopApi {
    private final Stops stops;
    private final Incidents incidents;
    private final People people;
    private final Viewer viewer;

    @Inject
    StopApi(Stops stops, Incidents incidents, People people, Viewer viewer) {
        this.stops = stops;
        this.incidents = incidents;
        this.people = people;
        this.viewer = viewer;
    }

    /** @param scope {@code org}, {@code provider}, {@code model} or {@code use_case} */
    public record StopJson(
            UUID stop,
            String scope,
            String id,
            String motive,
            String decision,
            Instant at,
            Optional<Instant> liftedAt,
            Optional<String> liftDecision) {
        static StopJson of(Stop stop) {
            return new StopJson(
                    stop.id(),
                    stop.scope().kind().code(),
                    stop.scope().id(),
                    stop.motive(),
                    stop.decision(),
                    stop.at(),
                    stop.lifted().map(Stop.Lifted::at),
                    stop.lifted().map(Stop.Lifted::decision));
        }
    }

    /**
     * @param what {@code org}, {@code provider:interne}, {@code model:interne/fake-small}, or {@code use_case}
     * @param useCase its code, where {@code what} is {@code use_case}
     * @param motive read by whoever is refused
     * @param incident the code of what it contains
     * @param dryRun says what would stop, and stops nothing
     */
    public record StopBody(
            @Nullable String what,
            @Nullable String useCase,
            @Nullable String motive,
            @Nullable String incident,
            @Nullable Boolean dryRun) {}

    public record LiftBody(@Nullable String motive) {}

    /**
     * @param decision absent where it was only tried
     * @param silent routes that no longer answer
     * @param detoured routes that answer by another target
     */
    public record Stopped(Optional<String> decision, Set<String> silent, Set<String> detoured) {}

    public record Lifted(String decision) {}

    @GET
    @Operation(summary = "What the kill switch holds now")
    public List<StopJson> live() {
        return stops.live().stream().map(StopJson::of).toList();
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Suspends everything, a provider, a model or a use case")
    public Stopped stop(@Nullable StopBody body) {
        Form form = ApiBody.fields(body).form();
        StopForm sent = new StopForm(form, stops, incidents);
        Form checked = sent.checked(say());
        if (!checked.errors().isEmpty()) throw checked.problem();
        EffectScope scope = sent.scope().orElseThrow();
        Stops.Impact impact = stops.impactOf(scope);
        if (form.holds("dryRun", "yes")) return new Stopped(Optional.empty(), impact.silent(), impact.detoured());
        viewer.requireRecentOfPerson();
        try {
            String number = stops.stop(viewer.caller(), sent.incident(), scope, sent.motive())
                    .number();
            return new Stopped(Optional.of(number), impact.silent(), impact.detoured());
        } catch (IllegalArgumentException held) {
            throw Form.EMPTY
                    .with(new Form.FieldError("what", say().heldFault()))
                    .problem();
        }
    }

    @POST
    @Path("/{stop}/lift")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ends a suspension")
    public Lifted lift(@PathParam("stop") UUID id, @Nullable LiftBody body) {
        String motive = ApiBody.fields(body).text("motive").strip();
        stops.live(id);
        if (!StopForm.isMotive(motive)) {
            String words = say().obstacle(Obstacle.MOTIVE_MISSING.name());
            throw Form.EMPTY.with(new Form.FieldError("motive", words)).problem();
        }
        viewer.requireRecentOfPerson();
        return new Lifted(stops.lift(viewer.caller(), id, motive).number());
    }

    private IncidentMessages say() {
        return new Telling(viewer.language(), people, incidents.now()).say();
    }
}
