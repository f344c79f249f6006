package org.vigie.provider;

import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.vigie.catalog.Route;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.configuration.VigieConfiguration.Provider.Kind;
import org.vigie.exchange.Cancellation;
import org.vigie.exchange.Dialect;
import org.vigie.shield.ClearedPrompt;

/**
 * Any endpoint that speaks one of the dialects over HTTP. One pool of connections a provider; the byte pipe runs
 * on the caller's event loop when it has one.
 */
final class HttpProvider implements Provider {
    private final String id;
    private final Kind kind;
    private final Vertx vertx;
    private final Endpoint endpoint;

    HttpProvider(Vertx vertx, VigieConfiguration.Provider provider) {
        this.id = provider.id();
        this.kind = provider.kind();
        this.vertx = vertx;
        this.endpoint = new Endpoint(vertx, provider);
    }

    @Override
    public Reply send(ClearedPrompt prompt, Route route, Events events, Cancellation cancellation)
            throws ProviderFailure {
        String operation = operation(prompt.dialect()).orElseThrow(() -> ProviderFailure.unsupported(route.model()));
        UpstreamCall call = new UpstreamCall(
                vertx, id, route.patience(prompt.target()), prompt.dialect().answer(), events);
        cancellation.whenCancelled(call::cancel);
        call.start(
                endpoint.client(),
                endpoint.post(operation, prompt.target(), prompt.headers()),
                prompt.body(),
                prompt.stream());
        return await(call);
    }

    /** Where a provider of this kind answers in a dialect; empty where it does not. */
    private Optional<String> operation(Dialect dialect) {
        return switch (kind) {
            case OPENAI ->
                switch (dialect) {
                    case CHAT_COMPLETIONS -> Optional.of("/chat/completions");
                    case RESPONSES -> Optional.of("/responses");
                    case EMBEDDINGS -> Optional.of("/embeddings");
                    case MESSAGES, COUNT_TOKENS -> Optional.empty();
                };
            case ANTHROPIC ->
                switch (dialect) {
                    case MESSAGES -> Optional.of("/messages");
                    case COUNT_TOKENS -> Optional.of("/messages/count_tokens");
                    case CHAT_COMPLETIONS, RESPONSES, EMBEDDINGS -> Optional.empty();
                };
            case BUILTIN -> Optional.empty();
        };
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
