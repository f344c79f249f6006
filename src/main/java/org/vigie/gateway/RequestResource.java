package org.vigie.gateway;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vigie.audit.AuditLog;
import org.vigie.audit.ExchangeRecord;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Viewer;

/** What happened to one request, for the person whose request it was. */
@Path("/api/v1/requests")
public class RequestResource {
    private final AuditLog audit;
    private final Viewer viewer;

    @Inject
    RequestResource(AuditLog audit, Viewer viewer) {
        this.audit = audit;
        this.viewer = viewer;
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Decision, findings by type, tokens, cost and latency of one request of yours")
    public RequestReport report(@PathParam("id") String id) {
        ExchangeRecord record = audit.find(uuid(id))
                .filter(found -> found.opening()
                        .person()
                        .equals(java.util.Optional.of(viewer.caller().person())))
                .orElseThrow(RequestResource::notFound);
        return RequestReport.of(record);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound());
    }
}
