package org.vigie.mission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.vigie.identity.People;
import org.vigie.web.ApiBody;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** Missions for programs, with the same rights as the pages. */
@Path("/api/v1/missions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "missions")
public class MissionsApi {
    private final Missions missions;
    private final People people;
    private final Viewer viewer;

    @Inject
    MissionsApi(Missions missions, People people, Viewer viewer) {
        this.missions = missions;
        this.people = people;
        this.viewer = viewer;
    }

    /**
     * @param start the first day, in Paris
     * @param end the last day, included
     * @param regime as it is written
     * @param inForce the regimes that count now, the strictest first
     * @param decision the number of the last decision about it
     * @param version for {@code If-Match}
     */
    public record MissionJson(
            String code,
            String name,
            String client,
            UUID manager,
            List<UUID> members,
            LocalDate start,
            LocalDate end,
            String state,
            String regime,
            boolean extraterritorial,
            List<String> inForce,
            String clause,
            String signatory,
            String uses,
            String data,
            String verification,
            String notice,
            Optional<LocalDate> agreedOn,
            Optional<LocalDate> purgeOn,
            String decision,
            int version) {
        static MissionJson of(Mission mission) {
            Agreement written = mission.agreement();
            return new MissionJson(
                    mission.code(),
                    mission.name(),
                    mission.client(),
                    mission.manager(),
                    mission.members().stream().sorted().toList(),
                    mission.start(),
                    mission.end(),
                    mission.state().code(),
                    written.reach().regime().code(),
                    written.reach().extraterritorial(),
                    mission.inForce().stream()
                            .map(reach -> reach.regime().code())
                            .toList(),
                    written.clause(),
                    written.signatory(),
                    written.uses(),
                    written.data(),
                    written.verification(),
                    written.notice(),
                    mission.consent().map(Mission.Consent::on),
                    mission.purgeOn(),
                    mission.decision(),
                    mission.version());
        }
    }

    /**
     * What a mission is; what is not sent stays as it is.
     *
     * @param code when it is begun; it never changes
     * @param manager an address or an id
     * @param starts the first day, in Paris (ISO 8601)
     * @param ends the last day, included
     */
    public record MissionBody(
            @Nullable String code,
            @Nullable String name,
            @Nullable String client,
            @Nullable String manager,
            @Nullable String starts,
            @Nullable String ends,
            @Nullable Integer version) {}

    /**
     * What is agreed on with the client; what is not sent stays as it is.
     *
     * @param regime {@code forbidden}, {@code internal}, {@code eu}, {@code pseudonymised} or {@code free}
     * @param propose whether it is put before the client at once
     */
    public record AgreementBody(
            @Nullable String regime,
            @Nullable Boolean extraterritorial,
            @Nullable String clause,
            @Nullable String signatory,
            @Nullable String uses,
            @Nullable String data,
            @Nullable String verification,
            @Nullable String notice,
            @Nullable Boolean propose,
            @Nullable Integer version) {}

    /** @param person an address or an id */
    public record MemberBody(@Nullable String person) {}

    /** @param purgeOn when its contents are to be erased */
    public record CloseBody(@Nullable String purgeOn) {}

    @GET
    @Operation(summary = "The missions that the caller may see, the closed ones last")
    public List<MissionJson> missions() {
        return missions.visibleTo(viewer.caller()).stream().map(MissionJson::of).toList();
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One mission")
    public MissionJson mission(@PathParam("code") String code) {
        return MissionJson.of(missions.find(viewer.caller(), code));
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begins a mission")
    public MissionJson begin(@Nullable MissionBody body) {
        PostedFields sent = ApiBody.fields(body);
        try {
            String code = sent.text("code").strip();
            return MissionJson.of(missions.begin(viewer.caller(), code, MissionForms.description(sent, people)));
        } catch (MissionException rejected) {
            throw words().problem(rejected);
        }
    }

    @PATCH
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes what is sent of a mission's name, client, manager and dates")
    public MissionJson describe(@PathParam("code") String code, @Nullable MissionBody body, RoutingContext request) {
        PostedFields sent = ApiBody.fields(body, request);
        return after(code, mission -> {
            MissionException.when(
                    !sent.text("code").isEmpty() && !sent.text("code").equals(code), MissionFault.CODE_TAKEN);
            PostedFields all = MissionForms.of(mission).over(sent).fields();
            missions.describe(viewer.caller(), code, MissionForms.description(all, people), ApiBody.version(sent));
        });
    }

    @PATCH
    @Path("/{code}/agreement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Writes what is sent of the agreement, and proposes it where asked",
            description = "That the client agreed is said by a person, on the mission's page.")
    public MissionJson write(@PathParam("code") String code, @Nullable AgreementBody body, RoutingContext request) {
        PostedFields sent = ApiBody.fields(body, request);
        return after(code, mission -> {
            Agreement agreement =
                    MissionForms.agreement(MissionForms.of(mission).over(sent).fields());
            int version = ApiBody.version(sent).orElse(mission.version());
            if (sent.text("propose").equals("yes")) missions.propose(viewer.caller(), code, agreement, version);
            else missions.write(viewer.caller(), code, agreement, version);
        });
    }

    @POST
    @Path("/{code}/members")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes somebody a member")
    public MissionJson add(@PathParam("code") String code, @Nullable MemberBody body) {
        return after(
                code,
                _ -> missions.add(
                        viewer.caller(), code, person(ApiBody.fields(body).text("person"))));
    }

    @DELETE
    @Path("/{code}/members/{person}")
    @Operation(summary = "Ends a membership, by address or id")
    public MissionJson remove(@PathParam("code") String code, @PathParam("person") String person) {
        return after(code, _ -> missions.remove(viewer.caller(), code, person(person)));
    }

    @POST
    @Path("/{code}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ends a mission: nobody works in it any more, its keys are revoked")
    public MissionJson close(@PathParam("code") String code, @Nullable CloseBody body) {
        PostedFields sent = ApiBody.fields(body);
        return after(code, _ -> {
            Optional<LocalDate> purge = PostedFields.day(sent.text("purgeOn"));
            MissionException.when(purge.isEmpty(), MissionFault.PURGE_DATE_INVALID);
            missions.close(viewer.caller(), code, purge.get());
        });
    }

    private MissionJson after(String code, Consumer<Mission> wish) {
        try {
            wish.accept(missions.find(viewer.caller(), code));
            return MissionJson.of(missions.find(viewer.caller(), code));
        } catch (MissionException rejected) {
            throw words().problem(rejected);
        }
    }

    private UUID person(String named) {
        Optional<UUID> person = MissionForms.person(named, people);
        MissionException.when(person.isEmpty(), MissionFault.PERSON_UNKNOWN);
        return person.get();
    }

    private MissionWords words() {
        return new MissionWords(viewer.language());
    }
}
