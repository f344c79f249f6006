package org.vigie.rules;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vigie.web.Viewer;

/** One's own request of before, judged again, for programs. */
@Path("/api/v1/requests/{id}/why")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "rules")
public class ReplayApi {
    private final Inquiries inquiries;
    private final Viewer viewer;

    @Inject
    ReplayApi(Inquiries inquiries, Viewer viewer) {
        this.inquiries = inquiries;
        this.viewer = viewer;
    }

    /**
     * @param refusal code of what it was answered instead of an answer; absent where it was answered
     * @param beyondRecord whether it was refused for what no record keeps: tools, what was spent
     */
    public record ReplayJson(
            Instant at, String model, Optional<String> refusal, boolean beyondRecord, Verdict then, Verdict now) {
        static ReplayJson of(Replay replay) {
            return new ReplayJson(
                    replay.at(),
                    replay.model(),
                    Optional.of(replay.refusal()).filter(code -> !code.isEmpty()),
                    replay.isBeyondRecord(),
                    replay.then(),
                    replay.now());
        }
    }

    @GET
    @Operation(
            summary = "One of the caller's own requests, judged again",
            description = "By the snapshot that it ran under, and by the one in force; by the roles of today.")
    public ReplayJson judge(@PathParam("id") UUID id) {
        return ReplayJson.of(inquiries.replay(viewer.caller(), id, viewer.language()));
    }
}
