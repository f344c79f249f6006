package org.vigie.mission;

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
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.vigie.web.ApiBody;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** What is erased of a mission and when, for programs. Keeping it longer takes a person, on its page. */
@Path("/api/v1/missions/{code}/purge")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "missions")
public class PurgeApi {
    private final Viewer viewer;
    private final Missions missions;
    private final MissionPurge purge;

    @Inject
    PurgeApi(Viewer viewer, Missions missions, MissionPurge purge) {
        this.viewer = viewer;
        this.missions = missions;
        this.purge = purge;
    }

    /**
     * @param on the day of erasure, in Paris
     * @param decided whether somebody decided on that day; else it is a year after the mission's last one
     * @param contents how much there is, by what it is: {@code conversations}
     * @param purgedAt absent before it was done
     */
    public record PurgeJson(
            LocalDate on, boolean decided, SortedMap<String, Integer> contents, Optional<Instant> purgedAt) {}

    /** @param sooner the day, before the one that stands (ISO 8601) */
    public record SoonerBody(@Nullable String sooner) {}

    @GET
    @Operation(summary = "On which day a mission's contents are erased, and how much there is of them")
    public PurgeJson show(@PathParam("code") String code) {
        Mission mission = missions.find(viewer.caller(), code);
        return new PurgeJson(
                mission.purgeDay(), mission.purgeOn().isPresent(), purge.contents(mission), mission.purgedAt());
    }

    @POST
    @Path("/sooner")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Has the contents of a closed mission erased sooner",
            description = "Keeping them longer takes a person, on the mission's page.")
    public PurgeJson sooner(@PathParam("code") String code, @Nullable SoonerBody body) {
        PostedFields sent = ApiBody.fields(body);
        try {
            Optional<LocalDate> day = PostedFields.day(sent.text("sooner"));
            MissionException.when(day.isEmpty(), MissionFault.PURGE_NOT_EARLIER);
            missions.purgeSooner(viewer.caller(), code, day.get());
            return show(code);
        } catch (MissionException rejected) {
            throw new MissionWords(viewer.language()).problem(rejected);
        }
    }
}
