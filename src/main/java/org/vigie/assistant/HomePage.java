package org.vigie.assistant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The front door: the assistant. */
@Path("/")
public class HomePage {
    @GET
    public Response enter() {
        return Response.seeOther(URI.create("/chat")).build();
    }
}
