package org.vigie.gateway;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vigie.catalog.Catalog;
import org.vigie.routing.Routing;

/** How the targets do that routes lead to, for those who run the instance. */
@Path("/api/v1/targets")
public class TargetsResource {
    private final Routing routing;
    private final Catalog catalog;

    @Inject
    TargetsResource(Routing routing, Catalog catalog) {
        this.routing = routing;
        this.catalog = catalog;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "State, last fault and latency of each target, as the answering replica has seen them")
    public List<TargetReport> targets() {
        return routing.health().stream()
                .map(health -> TargetReport.of(health, catalog.routes()))
                .toList();
    }
}
