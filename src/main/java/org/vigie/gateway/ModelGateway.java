package org.vigie.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.exchange.Cancellation;
import org.vigie.exchange.Dialect;
import org.vigie.flow.Cancelled;
import org.vigie.flow.ChatFlow;
import org.vigie.flow.Demand;
import org.vigie.flow.Rejected;
import org.vigie.gateway.ModelList.Offer;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Redacted;
import org.vigie.policy.Policy;
import org.vigie.web.AccessGuard;

/**
 * {@code /v1}: the APIs of OpenAI and Anthropic. The request is read on the event loop, the exchange decided on a virtual thread that may
 * block, the bytes of a stream piped on the event loop again (docs/adr/0006).
 */
@Singleton
public final class ModelGateway {
    private static final Logger LOG = Logger.getLogger(ModelGateway.class);

    private final Vertx vertx;
    private final ChatFlow flow;
    private final Policy policy;
    private final OpenAiErrors openAiErrors;
    private final ResponsesErrors responsesErrors;
    private final AnthropicErrors anthropicErrors;
    private final long bodyLimit;

    @Inject
    public ModelGateway(
            Vertx vertx,
            ChatFlow flow,
            Policy policy,
            OpenAiErrors openAiErrors,
            AnthropicErrors anthropicErrors,
            VigieConfiguration configuration) {
        this.vertx = vertx;
        this.flow = flow;
        this.policy = policy;
        this.openAiErrors = openAiErrors;
        this.responsesErrors = new ResponsesErrors(openAiErrors);
        this.anthropicErrors = anthropicErrors;
        this.bodyLimit = configuration.server().maxBodyMiB() * 1_048_576L;
    }

    void routes(@Observes Router router) {
        route(router, "/v1/chat/completions", Dialect.CHAT_COMPLETIONS);
        route(router, "/v1/responses", Dialect.RESPONSES);
        route(router, "/v1/embeddings", Dialect.EMBEDDINGS);
        route(router, "/v1/images/generations", Dialect.IMAGES);
        route(router, "/v1/audio/speech", Dialect.SPEECH);
        route(router, "/v1/audio/transcriptions", Dialect.TRANSCRIPTION);
        route(router, "/v1/messages", Dialect.MESSAGES);
        route(router, "/v1/messages/count_tokens", Dialect.COUNT_TOKENS);
        models(router, "/v1/models", this::models);
        models(router, "/v1/models/:model", this::model);
    }

    private void route(Router router, String path, Dialect dialect) {
        router.post(path).handler(http -> answer(http, dialect));
    }

    private static void models(Router router, String path, Handler<RoutingContext> handler) {
        router.get(path).handler(handler);
        router.head(path).handler(handler);
    }

    private ErrorForm errors(Dialect dialect) {
        return switch (dialect) {
            case MESSAGES, COUNT_TOKENS -> anthropicErrors;
            case RESPONSES -> responsesErrors;
            case CHAT_COMPLETIONS, EMBEDDINGS, IMAGES, SPEECH, TRANSCRIPTION -> openAiErrors;
        };
    }

    private void answer(RoutingContext http, Dialect dialect) {
        HttpAnswer answer =
                new HttpAnswer(vertx, http.response(), dialect, errors(dialect), AccessGuard.language(http));
        String encoding = http.request().getHeader("content-encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            http.request().resume();
            answer.fail(new Problem.Malformed("content-encoding", "a compressed body is not read; send it as it is"));
            return;
        }
        BodyReader.read(http.request(), bodyLimit)
                .onSuccess(body -> onVirtualThread(() -> exchange(http, dialect, body, answer)))
                .onFailure(fault -> answer.fail(
                        fault instanceof ProblemException known
                                ? known.problem()
                                : new Problem.Malformed("the body", "it was cut off")));
    }

    /** The thread keeps the connection's context, so that the provider's connection is served by the same event loop. */
    private void onVirtualThread(Runnable exchange) {
        ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
        Thread.ofVirtual().name("exchange").start(() -> context.dispatch(exchange));
    }

    private void exchange(RoutingContext http, Dialect dialect, byte[] body, HttpAnswer answer) {
        Cancellation cancellation = new Cancellation();
        http.response().closeHandler(_ -> abandon(answer, cancellation));
        // Gone before anybody listened.
        if (http.response().closed()) abandon(answer, cancellation);
        try {
            answer.end(flow.exchange(demand(http, dialect, body), answer, cancellation));
        } catch (ProblemException instead) {
            answer.fail(instead.problem());
        } catch (Rejected byProvider) {
            answer.reject(byProvider.rejection());
        } catch (Cancelled nobodyWaits) {
            answer.gone();
        } catch (RuntimeException fault) {
            LOG.error("an exchange broke at the gateway: " + Redacted.describe(fault));
            answer.fail(new Problem.Internal("gateway"));
        }
    }

    private static void abandon(HttpAnswer answer, Cancellation cancellation) {
        if (answer.isOver()) return;
        answer.gone();
        cancellation.cancel();
    }

    private static Demand demand(RoutingContext http, Dialect dialect, byte[] body) {
        return Demand.ofGateway(
                AccessGuard.caller(http),
                header(http, "x-vigie-mission"),
                header(http, "x-vigie-use-case"),
                dialect,
                PassedHeaders.of(dialect, http.request()),
                body,
                header(http, "cache-control"));
    }

    private void models(RoutingContext http) {
        List<Offer> offers = offers(http);
        http.json(OpenAiErrors.isAnthropic(http) ? ModelList.anthropic(offers) : ModelList.openAi(offers));
    }

    private List<Offer> offers(RoutingContext http) {
        return policy.routes(AccessGuard.caller(http)).stream()
                .flatMap(route -> route.names().stream()
                        .map(name -> new Offer(
                                name, route.targets().getFirst().provider().id())))
                .toList();
    }

    private void model(RoutingContext http) {
        String name = http.pathParam("model");
        boolean anthropic = OpenAiErrors.isAnthropic(http);
        Optional<Offer> known =
                offers(http).stream().filter(offer -> offer.name().equals(name)).findFirst();
        if (known.isPresent()) {
            http.json(anthropic ? known.get().anthropic() : known.get().openAi());
        } else {
            ErrorForm errors = anthropic ? anthropicErrors : openAiErrors;
            errors.write(http.response(), new Problem.UnknownModel(name), AccessGuard.language(http));
        }
    }

    private static Optional<String> header(RoutingContext http, String name) {
        return Optional.ofNullable(http.request().getHeader(name)).filter(value -> !value.isBlank());
    }
}
