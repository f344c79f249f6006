package org.vigie.benchmarks;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The same proxy three times: read the body, decide (a hash of the body stands for it), commit an opening record, forward,
 * pass the answer's bytes, commit a closing record before the last byte. Only the threads differ.
 */
final class ProxyModel {
    enum Model {
        /** Everything in callbacks on the event loop. */
        EVENT_LOOP,
        /** Decisions block a virtual thread; the bytes of the answer pass on the event loop. */
        VIRTUAL_DECISIONS,
        /** The bytes too pass through the virtual thread, by a queue. */
        VIRTUAL_BYTES
    }

    private static final Buffer END = Buffer.buffer();

    private final Vertx vertx;
    private final HttpClient client;
    private final int upstream;
    private final GroupCommit commits = new GroupCommit();
    private final Model model;

    private ProxyModel(Model model, int upstream) {
        this.model = model;
        this.upstream = upstream;
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(Runtime.getRuntime().availableProcessors()));
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(256).setTcpNoDelay(true));
    }

    /** Arguments: the model, the upstream's port. Prints its own port, then serves until it is killed. */
    public static void main(String[] args) {
        ProxyModel proxy = new ProxyModel(Model.valueOf(args[0]), Integer.parseInt(args[1]));
        int port = proxy.vertx
                .createHttpServer()
                .requestHandler(proxy::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        System.out.println(port);
    }

    private void serve(HttpServerRequest request) {
        HttpServerResponse response = request.response().setChunked(true);
        request.body().onSuccess(body -> {
            switch (model) {
                case EVENT_LOOP -> onEventLoop(response, body);
                case VIRTUAL_DECISIONS -> blocking(response, () -> decidingOnVirtualThread(response, body));
                case VIRTUAL_BYTES -> blocking(response, () -> everythingOnVirtualThread(response, body));
            }
        });
    }

    private void onEventLoop(HttpServerResponse response, Buffer body) {
        Context context = vertx.getOrCreateContext();
        decide(body);
        Future.fromCompletionStage(commits.commit(), context)
                .onSuccess(_ -> send(
                        context,
                        body,
                        response::write,
                        failed -> refuse(response, failed),
                        () -> Future.fromCompletionStage(commits.commit(), context).onSuccess(_ -> response.end())));
    }

    private void decidingOnVirtualThread(HttpServerResponse response, Buffer body)
            throws InterruptedException, ExecutionException {
        decide(body);
        commits.commit().get();
        CompletableFuture<Void> passed = new CompletableFuture<>();
        send(
                vertx.getOrCreateContext(),
                body,
                response::write,
                passed::completeExceptionally,
                () -> passed.complete(null));
        passed.get();
        commits.commit().get();
        response.end();
    }

    private void everythingOnVirtualThread(HttpServerResponse response, Buffer body)
            throws InterruptedException, ExecutionException {
        decide(body);
        commits.commit().get();
        LinkedBlockingQueue<Buffer> chunks = new LinkedBlockingQueue<>();
        send(vertx.getOrCreateContext(), body, chunks::add, _ -> chunks.add(END), () -> chunks.add(END));
        for (Buffer chunk = chunks.take(); chunk != END; chunk = chunks.take()) {
            response.write(chunk);
        }
        commits.commit().get();
        response.end();
    }

    /** On the connection's event loop, where a callback that is set in another cannot come too late. */
    private void send(
            Context context, Buffer body, Handler<Buffer> piece, Handler<Throwable> failure, Runnable end) {
        context.runOnContext(_ -> client.request(HttpMethod.POST, upstream, "127.0.0.1", "/v1/chat/completions")
                .onFailure(failure)
                .onSuccess(request -> {
                    request.response().onFailure(failure).onSuccess(answer -> {
                        answer.handler(piece);
                        answer.exceptionHandler(failure);
                        answer.endHandler(_ -> end.run());
                    });
                    request.end(body);
                }));
    }

    private static void decide(Buffer body) {
        try {
            MessageDigest.getInstance("SHA-256").digest(body.getBytes());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Blocking {
        void run() throws InterruptedException, ExecutionException;
    }

    private void blocking(HttpServerResponse response, Blocking work) {
        ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
        Thread.ofVirtual().start(() -> context.dispatch(() -> {
            try {
                work.run();
            } catch (InterruptedException | ExecutionException | RuntimeException failed) {
                refuse(response, failed);
            }
        }));
    }

    /** So that the load client sees an end, and the log why. */
    private static void refuse(HttpServerResponse response, Throwable failed) {
        System.err.println(failed);
        response.close();
    }
}
