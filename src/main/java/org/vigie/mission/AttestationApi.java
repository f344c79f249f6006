package org.vigie.mission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vigie.web.Viewer;

/** What a client may be told of a mission, for programs: the same files as the page hands out. */
@Path("/api/v1/missions/{code}/attestation")
@RunOnVirtualThread
@Tag(name = "missions")
public class AttestationApi {
    private static final String DAYS =
            "from and to are days in Paris, both included; without them the whole mission. at is"
                    + " the second up to which it counts, of the last hour, so that several files say the same.";

    private final Viewer viewer;
    private final AttestationFiles files;

    @Inject
    AttestationApi(Viewer viewer, AttestationFiles files) {
        this.viewer = viewer;
        this.files = files;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What is attested of a mission, not signed", description = DAYS)
    public Response json(@PathParam("code") String code, @BeanParam AttestationQuery wanted) {
        return files.json(viewer.caller(), files.draw(viewer.caller(), code, wanted));
    }

    @GET
    @Path("/signed")
    @Produces("application/jose")
    @Operation(summary = "The same, signed: a JWS in its compact form", description = DAYS)
    public Response signed(@PathParam("code") String code, @BeanParam AttestationQuery wanted) {
        return files.signed(viewer.caller(), files.draw(viewer.caller(), code, wanted));
    }

    @GET
    @Path("/pdf")
    @Produces("application/pdf")
    @Operation(summary = "The same as a tagged PDF, with the signed file within", description = DAYS)
    public Response pdf(@PathParam("code") String code, @BeanParam AttestationQuery wanted) {
        return files.pdf(viewer.caller(), files.draw(viewer.caller(), code, wanted), viewer.language());
    }
}
