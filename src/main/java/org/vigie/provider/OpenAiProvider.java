package org.vigie.provider;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.vigie.catalog.Route;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.exchange.Cancellation;
import org.vigie.kernel.Secret;
import org.vigie.shield.ClearedPrompt;

/**
 * Any endpoint that speaks the OpenAI chat-completions protocol. One pool of connections a provider; the byte pipe runs
 * on the caller's event loop when it has one.
 */
final class OpenAiProvider implements Provider {
    private static final int CONNECTIONS = 512;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    private final String id;
    private final Vertx vertx;
    private final HttpClient client;
    private final RequestOptions chatCompletions;

    OpenAiProvider(Vertx vertx, VigieConfiguration.Provider provider) {
        this.id = provider.id();
        this.vertx = vertx;
        URI base = provider.baseUrl().orElseThrow();
        boolean tls = "https".equals(base.getScheme());
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setSsl(tls)
                        .setVerifyHost(true)
                        .setTcpNoDelay(true)
                        .setKeepAliveTimeout(30)
                        .setDecompressionSupported(true)
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.chatCompletions = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(base.getHost())
                .setPort(port(base, tls))
                .setSsl(tls)
                .setURI(path(base) + "/chat/completions")
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "vigie");
        provider.apiKey()
                .map(Secret::reveal)
                .ifPresent(key -> chatCompletions.putHeader("authorization", "Bearer " + key));
    }

    private static int port(URI base, boolean tls) {
        if (base.getPort() > 0) return base.getPort();
        return tls ? 443 : 80;
    }

    private static String path(URI base) {
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Override
    public Reply send(ClearedPrompt prompt, Route route, Events events, Cancellation cancellation)
            throws ProviderFailure {
        UpstreamCall call = new UpstreamCall(vertx, id, route, events);
        cancellation.whenCancelled(call::cancel);
        call.start(client, chatCompletions, prompt.body(), prompt.stream());
        return await(call, route);
    }

    /** The call watches its own time; the limit here only guards against a fault of ours. */
    private Reply await(UpstreamCall call, Route route) throws ProviderFailure {
        try {
            return call.done().get(1, TimeUnit.HOURS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ProviderFailure known) throw known;
            throw ProviderFailure.failed(id);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            call.cancel();
            throw ProviderFailure.cancelled(id);
        } catch (java.util.concurrent.TimeoutException tooLong) {
            call.cancel();
            throw ProviderFailure.timedOut(id);
        }
    }
}
