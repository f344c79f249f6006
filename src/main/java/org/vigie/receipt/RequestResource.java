package org.vigie.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Viewer;

/** What happened to one request, for the person whose request it was. */
@Path("/api/v1/requests")
public class RequestResource {
    private final OwnRecords records;
    private final Viewer viewer;

    @Inject
    RequestResource(OwnRecords records, Viewer viewer) {
        this.records = records;
        this.viewer = viewer;
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Decision, findings by type, tokens, cost and latency of one request of yours")
    public RequestReport report(@PathParam("id") String id) {
        return records.find(id, viewer.caller()).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }
}
