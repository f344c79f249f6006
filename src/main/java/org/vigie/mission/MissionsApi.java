package org.vigie.mission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vigie.web.Viewer;

/** Missions for programs, with the same rights as the pages. */
@Path("/api/v1/missions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "missions")
public class MissionsApi {
    private final Missions missions;
    private final Viewer viewer;

    @Inject
    MissionsApi(Missions missions, Viewer viewer) {
        this.missions = missions;
        this.viewer = viewer;
    }

    /**
     * @param start the first day, in Paris
     * @param end the last day, included
     * @param regime as it is written
     * @param inForce the regimes that count now, the strictest first
     * @param decision the number of the last decision about it
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
            String decision) {
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
                    mission.decision());
        }
    }

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
}
