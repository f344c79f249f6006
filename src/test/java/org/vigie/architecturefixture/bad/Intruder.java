package org.vigie.architecturefixture.bad;

import io.vertx.core.http.HttpServerRequest;
import org.jdbi.v3.core.Handle;
import org.vigie.architecturefixture.gateway.Door;
import org.vigie.architecturefixture.shield.ClearedPrompt;

/** Goes in by the door, speaks HTTP, writes SQL, and clears a prompt by itself. */
final class Intruder {
    private final Door door;

    Intruder(Door door) {
        this.door = door;
    }

    Door door() {
        return door;
    }

    ClearedPrompt clears(HttpServerRequest request) {
        return new ClearedPrompt(request.path());
    }

    int asks(Handle handle) {
        return handle.execute("select 1");
    }
}
