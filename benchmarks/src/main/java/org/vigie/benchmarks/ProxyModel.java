package org.vigie.benchmarks;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
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
        request.body().onSuccess(body -> {
            switch (model) {
                case EVENT_LOOP -> onEventLoop(request.response(), body);
                case VIRTUAL_DECISIONS ->
                    Thread.ofVirtual().start(() -> blocking(() -> decidingOnVirtualThread(request.response(), body)));
                case VIRTUAL_BYTES ->
                    Thread.ofVirtual().start(() -> blocking(() -> everythingOnVirtualThread(request.response(), body)));
            }
        });
    }

    private void onEventLoop(HttpServerResponse response, Buffer body) {
        Context context = vertx.getOrCreateContext();
        decide(body);
        Future.fromCompletionStage(commits.commit(), context)
                .compose(_ -> send(body))
                .onSuccess(answer -> {
                    response.setChunked(true);
                    answer.handler(response::write);
                    answer.endHandler(_ -> Future.fromCompletionStage(commits.commit(), context)
                            .onSuccess(_ -> response.end()));
                    answer.resume();
                });
    }

    private void decidingOnVirtualThread(HttpServerResponse response, Buffer body)
            throws InterruptedException, ExecutionException {
        decide(body);
        commits.commit().get();
        CompletableFuture<Void> passed = new CompletableFuture<>();
        send(body).onSuccess(answer -> {
            response.setChunked(true);
            answer.handler(response::write);
            answer.endHandler(_ -> passed.complete(null));
            answer.resume();
        });
        passed.get();
        commits.commit().get();
        response.end();
    }

    private void everythingOnVirtualThread(HttpServerResponse response, Buffer body)
            throws InterruptedException, ExecutionException {
        decide(body);
        commits.commit().get();
        LinkedBlockingQueue<Buffer> chunks = new LinkedBlockingQueue<>();
        send(body).onSuccess(answer -> {
            answer.handler(chunks::add);
            answer.endHandler(_ -> chunks.add(END));
            answer.resume();
        });
        response.setChunked(true);
        for (Buffer chunk = chunks.take(); chunk != END; chunk = chunks.take()) {
            response.write(chunk);
        }
        commits.commit().get();
        response.end();
    }

    /** The answer, paused until its handlers are set. */
    private Future<HttpClientResponse> send(Buffer body) {
        return client.request(HttpMethod.POST, upstream, "127.0.0.1", "/v1/chat/completions")
                .compose(request -> request.send(body))
                .onSuccess(HttpClientResponse::pause);
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

    private static void blocking(Blocking work) {
        try {
            work.run();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
