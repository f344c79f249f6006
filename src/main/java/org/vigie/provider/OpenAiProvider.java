package org.vigie.provider;

import io.vertx.core.Vertx;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.vigie.catalog.Route;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.exchange.Cancellation;
import org.vigie.shield.ClearedPrompt;

/**
 * Any endpoint that speaks the OpenAI chat-completions protocol. One pool of connections a provider; the byte pipe runs
 * on the caller's event loop when it has one.
 */
final class OpenAiProvider implements Provider {
    private final String id;
    private final Vertx vertx;
    private final Endpoint endpoint;

    OpenAiProvider(Vertx vertx, VigieConfiguration.Provider provider) {
        this.id = provider.id();
        this.vertx = vertx;
        this.endpoint = new Endpoint(vertx, provider);
    }

    @Override
    public Reply send(ClearedPrompt prompt, Route route, Events events, Cancellation cancellation)
            throws ProviderFailure {
        UpstreamCall call = new UpstreamCall(vertx, id, route.patience(prompt.target()), events);
        cancellation.whenCancelled(call::cancel);
        call.start(
                endpoint.client(), endpoint.post("/chat/completions", prompt.target()), prompt.body(), prompt.stream());
        return await(call);
    }

    /** The call watches its own time; the limit here only guards against a fault of ours. */
    private Reply await(UpstreamCall call) throws ProviderFailure {
        try {
            return call.done().get(25, TimeUnit.HOURS);
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
