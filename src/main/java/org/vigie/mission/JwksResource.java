package org.vigie.mission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.vigie.store.InstanceKeys;

/** The public key of the attestations, for clients who verify them: open to everybody. */
@Path("/.well-known/jwks.json")
@RunOnVirtualThread
public class JwksResource {
    private final InstanceKeys keys;

    @Inject
    JwksResource(InstanceKeys keys) {
        this.keys = keys;
    }

    @GET
    public Response keys() {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.putArray("keys").add(VerificationKeys.jwk(keys.attestation().getPublic()));
        return Response.ok(set.toString(), "application/jwk-set+json")
                .header("Cache-Control", "max-age=300")
                .build();
    }
}
