package org.vigie.mcp;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Keeps from the protocol's server what is no single message: several at once, which the protocol has not had since its
 * version 2025-06-18, and what is larger than the largest text that a tool takes.
 */
@Singleton
final class MessageGate {
    /** A million characters of four escaped bytes at the most, and what stands around them. */
    private static final long LARGEST = 8L << 20;

    /** JSON-RPC 2.0 §5.1: the message is not a valid request. */
    private static final int INVALID_REQUEST = -32_600;

    void routes(@Observes Router router) {
        router.post("/mcp")
                .order(0)
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
                .handler(MessageGate::pass)
                .failureHandler(MessageGate::fail);
    }

    private static void pass(RoutingContext request) {
        Buffer body = request.body().buffer();
        if (body != null && first(body) == '[') {
            refuse(request, 400, "Send one message at a time");
            return;
        }
        request.next();
    }

    private static int first(Buffer body) {
        for (int i = 0; i < body.length(); i++) {
            byte sign = body.getByte(i);
            if (sign != ' ' && sign != '\t' && sign != '\r' && sign != '\n') return sign;
        }
        return -1;
    }

    private static void fail(RoutingContext request) {
        if (request.statusCode() == 413) {
            refuse(request, 413, "The message is larger than " + LARGEST + " bytes");
        } else {
            request.next();
        }
    }

    private static void refuse(RoutingContext request, int status, String why) {
        JsonObject error = new JsonObject().put("code", INVALID_REQUEST).put("message", why);
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(new JsonObject()
                        .put("jsonrpc", "2.0")
                        .putNull("id")
                        .put("error", error)
                        .encode());
    }
}
