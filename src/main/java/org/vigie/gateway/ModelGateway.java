package org.vigie.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.vigie.catalog.Route;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.exchange.Cancellation;
import org.vigie.exchange.Dialect;
import org.vigie.flow.Cancelled;
import org.vigie.flow.ChatFlow;
import org.vigie.flow.Demand;
import org.vigie.flow.Rejected;
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
        this.anthropicErrors = anthropicErrors;
        this.bodyLimit = configuration.server().maxBodyMiB() * 1_048_576L;
    }

    void routes(@Observes Router router) {
        route(router, "/v1/chat/completions", Dialect.CHAT_COMPLETIONS);
        route(router, "/v1/responses", Dialect.RESPONSES);
        route(router, "/v1/embeddings", Dialect.EMBEDDINGS);
        route(router, "/v1/messages", Dialect.MESSAGES);
        route(router, "/v1/messages/count_tokens", Dialect.COUNT_TOKENS);
        router.get("/v1/models").handler(this::models);
        router.get("/v1/models/:model").handler(this::model);
    }

    private void route(Router router, String path, Dialect dialect) {
        router.post(path).handler(http -> answer(http, dialect));
    }

    private ErrorForm errors(Dialect dialect) {
        return switch (dialect) {
            case MESSAGES, COUNT_TOKENS -> anthropicErrors;
            case CHAT_COMPLETIONS, RESPONSES, EMBEDDINGS -> openAiErrors;
        };
    }

    private void answer(RoutingContext http, Dialect dialect) {
        HttpAnswer answer =
                new HttpAnswer(vertx, http.response(), dialect, errors(dialect), AccessGuard.language(http));
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
        http.response().closeHandler(_ -> {
            if (answer.isOver()) return;
            answer.gone();
            cancellation.cancel();
        });
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

    private static Demand demand(RoutingContext http, Dialect dialect, byte[] body) {
        return Demand.ofGateway(
                AccessGuard.caller(http),
                header(http, "x-vigie-mission"),
                header(http, "x-vigie-use-case"),
                dialect,
                PassedHeaders.of(dialect, http.request()),
                body);
    }

    private void models(RoutingContext http) {
        JsonArray models = new JsonArray();
        policy.routes(AccessGuard.caller(http))
                .forEach(route -> route.names().forEach(name -> models.add(model(name, route))));
        http.json(new JsonObject().put("object", "list").put("data", models));
    }

    private void model(RoutingContext http) {
        String name = http.pathParam("model");
        Optional<Route> known = policy.routes(AccessGuard.caller(http)).stream()
                .filter(route -> route.names().contains(name))
                .findFirst();
        if (known.isPresent()) {
            http.json(model(name, known.get()));
        } else {
            Problem unknown = new Problem.UnknownModel(name);
            openAiErrors.write(http.response(), unknown, AccessGuard.language(http));
        }
    }

    private static JsonObject model(String name, Route route) {
        return new JsonObject()
                .put("id", name)
                .put("object", "model")
                .put("created", 0)
                .put("owned_by", route.targets().getFirst().provider().id());
    }

    private static Optional<String> header(RoutingContext http, String name) {
        return Optional.ofNullable(http.request().getHeader(name));
    }
}
