package org.vigie.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** Reads a request's body up to a limit. A body that is too large is read on to its end and thrown away, so that the
 * client, which is still writing, gets to read why; past four times the limit the connection is cut. */
final class BodyReader {
    private BodyReader() {}

    static Future<byte[]> read(HttpServerRequest request, long limitBytes) {
        Promise<byte[]> promise = Promise.promise();
        Buffer body = Buffer.buffer();
        long[] seen = {0};
        request.handler(packet -> {
            seen[0] += packet.length();
            if (seen[0] <= limitBytes) body.appendBuffer(packet);
            if (seen[0] > 4 * limitBytes) request.connection().close();
        });
        request.exceptionHandler(promise::tryFail);
        request.endHandler(_ -> {
            if (seen[0] > limitBytes) promise.tryFail(new ProblemException(new Problem.TooLarge(limitBytes)));
            else promise.tryComplete(body.getBytes());
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader("expect")))
            request.response().writeContinue();
        request.resume();
        return promise.future();
    }
}
