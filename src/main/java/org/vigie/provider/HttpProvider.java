package org.vigie.provider;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.vigie.catalog.Route;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.configuration.VigieConfiguration.Provider.Api;
import org.vigie.exchange.Cancellation;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.TranscriptionForm;
import org.vigie.shield.ClearedPrompt;
import org.vigie.translation.Terms;
import org.vigie.translation.Translation;

/**
 * Any endpoint that speaks one of the dialects over HTTP. One pool of connections a provider; the byte pipe runs
 * on the caller's event loop when it has one.
 */
final class HttpProvider implements Provider {
    /** What is translated to, where a client's own dialect is not spoken. */
    private static final List<Dialect> SPOKEN = List.of(Dialect.CHAT_COMPLETIONS, Dialect.MESSAGES);

    /** Those whose newest models refuse {@code max_tokens}; compatible servers know nothing else. */
    private static final Pattern OPENAI_HOSTS = Pattern.compile("(?:.*\\.)?(?:openai|azure)\\.com");

    /** What goes there: the masked request as it is or translated, and the headers of its dialect. */
    private record Body(Map<String, String> headers, byte[] json) {}

    private final String id;
    private final VigieConfiguration.Provider provider;
    private final Vertx vertx;
    private final Endpoint endpoint;

    HttpProvider(Vertx vertx, VigieConfiguration.Provider provider) {
        this.id = provider.id();
        this.provider = provider;
        this.vertx = vertx;
        this.endpoint = new Endpoint(vertx, provider);
    }

    @Override
    public Reply send(ClearedPrompt prompt, Route route, Events events, Cancellation cancellation)
            throws ProviderFailure {
        Dialect asked = prompt.dialect();
        if (operation(asked).isPresent()) {
            return call(prompt, asked, own(prompt), route, events, cancellation);
        }
        if (asked == Dialect.COUNT_TOKENS) return Interpreter.counted(prompt);
        Dialect spoken = SPOKEN.stream()
                .filter(dialect -> operation(dialect).isPresent() && Translation.between(asked, dialect))
                .findFirst()
                .orElseThrow(() -> ProviderFailure.unsupported(route.model()));
        // The client's headers belong to its dialect and stay here.
        return new Interpreter(id, spoken, terms(prompt))
                .send(
                        prompt,
                        events,
                        (json, translated) ->
                                call(prompt, spoken, new Body(Map.of(), json), route, translated, cancellation));
    }

    /** In the client's own dialect, as it is; a form is a form again. */
    private static Body own(ClearedPrompt prompt) {
        if (prompt.dialect() != Dialect.TRANSCRIPTION) return new Body(prompt.headers(), prompt.body());
        TranscriptionForm.Outgoing form = TranscriptionForm.form(prompt.body());
        return new Body(Map.of("content-type", form.contentType()), form.body());
    }

    /** Where this provider answers in a dialect itself; empty where it does not. */
    private Optional<String> operation(Dialect dialect) {
        return switch (provider.kind()) {
            case OPENAI ->
                switch (dialect) {
                    case CHAT_COMPLETIONS -> where(Api.CHAT, "/chat/completions");
                    case RESPONSES -> where(Api.RESPONSES, "/responses");
                    case EMBEDDINGS -> where(Api.EMBEDDINGS, "/embeddings");
                    case IMAGES -> Optional.of("/images/generations");
                    case SPEECH -> Optional.of("/audio/speech");
                    case TRANSCRIPTION -> Optional.of("/audio/transcriptions");
                    case MESSAGES, COUNT_TOKENS -> Optional.empty();
                };
            case ANTHROPIC ->
                switch (dialect) {
                    case MESSAGES -> Optional.of("/messages");
                    case COUNT_TOKENS -> Optional.of("/messages/count_tokens");
                    case CHAT_COMPLETIONS, RESPONSES, EMBEDDINGS, IMAGES, SPEECH, TRANSCRIPTION -> Optional.empty();
                };
            case GGUF, BUILTIN -> Optional.empty();
        };
    }

    private Optional<String> where(Api api, String operation) {
        return provider.apis().contains(api) ? Optional.of(operation) : Optional.empty();
    }

    private Terms terms(ClearedPrompt prompt) {
        String host = provider.baseUrl().map(URI::getHost).orElse("");
        boolean openAi = provider.azureApiVersion().isPresent()
                || OPENAI_HOSTS.matcher(host).matches();
        return new Terms(prompt.target().model().maxOutputTokens(), openAi, InstantSource.system());
    }

    private Reply call(
            ClearedPrompt prompt, Dialect spoken, Body body, Route route, Events events, Cancellation cancellation)
            throws ProviderFailure {
        UpstreamCall call = new UpstreamCall(vertx, id, route.patience(prompt.target()), spoken.answer(), events);
        cancellation.whenCancelled(call::cancel);
        String operation = operation(spoken).orElseThrow(() -> ProviderFailure.unsupported(route.model()));
        call.start(
                endpoint.client(),
                endpoint.post(operation, prompt.target(), body.headers()),
                body.json(),
                prompt.stream());
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
