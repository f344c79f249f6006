package org.vigie.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.vigie.audit.AuditLog;
import org.vigie.audit.Closing;
import org.vigie.audit.Opening;
import org.vigie.audit.Turn;
import org.vigie.cache.AnswerCache;
import org.vigie.cache.KeptAnswer;
import org.vigie.catalog.Route;
import org.vigie.catalog.Target;
import org.vigie.exchange.Cancellation;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.InputWeight;
import org.vigie.exchange.ModelRequest;
import org.vigie.exchange.OfferedTools;
import org.vigie.exchange.OutputBound;
import org.vigie.kernel.Exposure;
import org.vigie.kernel.Problem;
import org.vigie.kernel.Problem.Refusal;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Redacted;
import org.vigie.metering.Expense;
import org.vigie.metering.Limit;
import org.vigie.metering.Limits;
import org.vigie.metering.Meter;
import org.vigie.metering.Reservation;
import org.vigie.metering.Reservations;
import org.vigie.mission.MissionSpaces;
import org.vigie.policy.Ask;
import org.vigie.policy.Choice;
import org.vigie.policy.Policy;
import org.vigie.policy.Ruling;
import org.vigie.provider.Provider.Events;
import org.vigie.provider.Provider.Reply;
import org.vigie.provider.ProviderFailure;
import org.vigie.provider.Providers;
import org.vigie.routing.Attempt;
import org.vigie.routing.Itinerary;
import org.vigie.routing.Routing;
import org.vigie.shield.ClearedPrompt;
import org.vigie.shield.Inspection;
import org.vigie.shield.ReplyRestorer;
import org.vigie.shield.Shield;
import org.vigie.traffic.Passage;
import org.vigie.traffic.Traffic;

/**
 * One chat exchange: recorded before it begins, admitted, examined, sent where it may go, restored, settled, closed.
 * Blocking, on a virtual thread of the caller's; the bytes of a stream pass on the provider's thread.
 */
@Singleton
public final class ChatFlow {
    private static final Logger LOG = Logger.getLogger(ChatFlow.class);

    private final AuditLog audit;
    private final Policy policy;
    private final Shield shield;
    private final Reservations reservations;
    private final Routing routing;
    private final Providers providers;
    private final AnswerCache cache;
    private final Traffic traffic;
    private final MissionSpaces spaces;

    @Inject
    public ChatFlow(
            AuditLog audit,
            Policy policy,
            Shield shield,
            Reservations reservations,
            Routing routing,
            Providers providers,
            AnswerCache cache,
            Traffic traffic,
            MissionSpaces spaces) {
        this.audit = audit;
        this.policy = policy;
        this.shield = shield;
        this.reservations = reservations;
        this.routing = routing;
        this.providers = providers;
        this.cache = cache;
        this.traffic = traffic;
        this.spaces = spaces;
    }

    /**
     * Blocks until the answer has ended and its record is closed.
     *
     * @throws ProblemException instead of an answer, or of its end when {@code sink} already got events
     * @throws Rejected when the provider says no in words of its own
     * @throws Cancelled when {@code cancellation} was used
     */
    public Ended exchange(Demand demand, AnswerSink sink, Cancellation cancellation) {
        Reading reading = Reading.of(demand);
        Ruling ruling = policy.ruling(demand.caller(), new Ask(demand.mission(), demand.useCase()));
        Tally tally = new Tally(demand, ruling.snapshot());
        Turn turn = audit.open(opening(demand, reading, ruling));
        try {
            Exchange exchange = new Exchange(
                    demand,
                    sink,
                    cancellation,
                    tally,
                    Limits.decided(ruling),
                    ruling.standing().mission());
            Ended.Answer answer = answer(reading, ruling, exchange);
            tally.answered();
            return tally.ended(answer);
        } catch (ProblemException | Rejected | Cancelled known) {
            throw known;
        } catch (RuntimeException fault) {
            LOG.errorf("exchange %s broke: %s", demand.id(), Redacted.describe(fault));
            throw new ProblemException(new Problem.Internal(demand.id().toString()));
        } finally {
            Closing closing = tally.closing();
            turn.close(closing);
            traffic.passed(passage(demand, reading, closing));
        }
    }

    /** What one exchange carries along: who wants what, who waits, what is known so far. */
    private record Exchange(
            Demand demand,
            AnswerSink sink,
            Cancellation cancellation,
            Tally tally,
            List<Limit> decided,
            Optional<String> mission) {}

    private Opening opening(Demand demand, Reading reading, Ruling ruling) {
        Ask standing = ruling.standing();
        return new Opening(
                demand.id(),
                Instant.now(),
                Optional.of(demand.caller().person()),
                demand.key(),
                demand.door(),
                known(reading),
                ruling.snapshot(),
                standing.mission(),
                standing.useCase());
    }

    private Passage passage(Demand demand, Reading reading, Closing closing) {
        String operation = demand.dialect().writes() ? "chat" : "embeddings";
        return new Passage(Instant.now(), operation, known(reading), reading.streamed(), closing);
    }

    /** The model that was asked for, where it is the name of one: any other text could be anything. */
    private String known(Reading reading) {
        return policy.knows(reading.model()) ? reading.model() : "";
    }

    private Ended.Answer answer(Reading reading, Ruling ruling, Exchange exchange) {
        Tally tally = exchange.tally();
        try {
            ModelRequest request = reading.request();
            Route route = ruling.admit(request.model());
            tally.admitted();
            Inspection found = shield.inspect(request);
            Exposure content = exchange.demand().provenance().of(exposure(found));
            tally.inspected(found, content);
            ruling.permit(OfferedTools.of(request), content);
            tally.handled(Handling.of(ruling, content.missions()));
            Choice choice = ruling.choose(route, content);
            return firstThatAnswers(route, choice, found, exchange);
        } catch (ProblemException stopped) {
            tally.stopped(stopped.problem());
            exchange.sink().decided(tally.decision());
            throw stopped;
        }
    }

    private static Exposure exposure(Inspection found) {
        return new Exposure(
                found.dataClass(), found.dataClassMasked(), found.request().unreadable(), found.missions());
    }

    /** The next attempt, or the next target, only before the first byte: what a client has read cannot be unsaid. */
    private Ended.Answer firstThatAnswers(Route route, Choice choice, Inspection found, Exchange exchange) {
        Itinerary itinerary = routing.itinerary(route, choice.targets(), exchange.cancellation());
        Optional<Attempt> next = itinerary.first();
        if (next.isEmpty()) throw nobodyToAsk(route, itinerary, exchange);
        ProviderFailure last = ProviderFailure.failed(route.model());
        while (next.isPresent()) {
            try (Attempt attempt = next.get()) {
                return answerOf(attempt, route, found, exchange);
            } catch (ProviderFailure failure) {
                last = failure;
            }
            next = isOver(last, exchange) ? Optional.empty() : itinerary.after(last);
        }
        throw ended(last, exchange);
    }

    private static RuntimeException nobodyToAsk(Route route, Itinerary itinerary, Exchange exchange) {
        if (exchange.cancellation().isCancelled()) {
            exchange.tally().cancelled();
            return new Cancelled();
        }
        return new ProblemException(new Problem.UpstreamBusy(route.model(), itinerary.retryAfterSeconds()));
    }

    /** Cleared anew for each attempt: a prompt is cleared for one target only. */
    private Ended.Answer answerOf(Attempt attempt, Route route, Inspection found, Exchange exchange)
            throws ProviderFailure {
        ClearedPrompt clear = cleared(found, attempt.target(), exchange);
        ReplyRestorer restorer = clear.restorer();
        Tally tally = exchange.tally();
        Recall recall = Recall.of(cache, exchange.demand(), tally.snapshot(), route, found, clear);
        Optional<KeptAnswer> kept = recall.find();
        if (kept.isPresent()) {
            tally.recalled(clear, restorer, route);
            exchange.sink().decided(tally.decision());
            return new Replay(restorer, exchange.sink(), exchange.cancellation(), tally).of(kept.get());
        }
        if (recall.isOn()) tally.missed();
        long weight = InputWeight.of(found.request(), clear.body().length);
        Reservation held =
                reservations.reserve(exchange.demand().caller(), exchange.decided(), expected(clear, found, weight));
        try {
            tally.sending(clear, restorer, route, weight);
            exchange.sink().decided(tally.decision());
            exchange.sink().leaving(found, clear);
            return send(clear, restorer, route, recall, exchange, attempt);
        } catch (ProviderFailure failure) {
            attempt.failed(failure);
            if (isUnbilled(failure, exchange)) tally.unbilled();
            throw failure.restoredBy(restorer::whole);
        } finally {
            tally.upstreamEnded();
            held.settle(tally.attempt());
        }
    }

    /** A mission's placeholders are made of its own key: once that is destroyed nobody can tell what they stood for. */
    private ClearedPrompt cleared(Inspection found, Target target, Exchange exchange) {
        String scope = exchange.demand().scope();
        if (exchange.mission().isEmpty()) return shield.clear(found, target, scope);
        byte[] key = spaces.derive(exchange.mission().get(), "shield/placeholders")
                .orElseThrow(() -> new ProblemException(new Refusal(Refusal.Reason.SHIELD_UNAVAILABLE, "", "")));
        return shield.clear(found, target, key, scope);
    }

    /** It failed without a byte of an answer; what timed out or was given up by the caller may well be billed. */
    private static boolean isUnbilled(ProviderFailure failure, Exchange exchange) {
        if (exchange.tally().answerBegan() || exchange.cancellation().isCancelled()) return false;
        return switch (failure.kind()) {
            case UNREACHABLE, FAILED, BUSY, UNSUPPORTED, REJECTED -> true;
            case TIMED_OUT, UNREAD, CANCELLED -> false;
        };
    }

    private static Expense expected(ClearedPrompt clear, Inspection found, long weight) {
        if (found.request().dialect() == Dialect.COUNT_TOKENS) return new Expense(1, 0, 0);
        long output = OutputBound.of(found.request());
        return Meter.expected(weight, output, clear.target().model(), Instant.now());
    }

    private static boolean isOver(ProviderFailure failure, Exchange exchange) {
        return exchange.cancellation().isCancelled() || exchange.tally().answerBegan() || !failure.worthAnotherTry();
    }

    private Ended.Answer send(
            ClearedPrompt clear, ReplyRestorer restorer, Route route, Recall recall, Exchange exchange, Attempt attempt)
            throws ProviderFailure {
        if (clear.stream()) exchange.sink().waiting();
        Events events = recall.noting(new RestoredEvents(restorer, exchange.sink(), exchange.tally(), attempt));
        Reply reply = providers.of(clear.target()).send(clear, route, events, exchange.cancellation());
        recall.keep(reply);
        return switch (reply) {
            case Reply.Whole whole -> {
                exchange.tally().firstByte();
                attempt.began();
                yield new Ended.Answer.Whole(restorer.whole(whole.body()));
            }
            case Reply.Bytes bytes -> {
                exchange.tally().firstByte();
                attempt.began();
                yield new Ended.Answer.Bytes(bytes.contentType(), restorer.bytes(bytes.body()));
            }
            case Reply.Streamed _ -> {
                List<byte[]> held = restorer.end();
                if (!held.isEmpty()) exchange.sink().events(held);
                yield new Ended.Answer.Streamed();
            }
        };
    }

    private static RuntimeException ended(ProviderFailure failure, Exchange exchange) {
        if (exchange.cancellation().isCancelled()) {
            exchange.tally().cancelled();
            return new Cancelled();
        }
        exchange.tally().stopped(failure.problem());
        return failure.rejection()
                .<RuntimeException>map(Rejected::new)
                .orElseGet(() -> new ProblemException(failure.problem()));
    }
}
