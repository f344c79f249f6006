package org.vigie.assistant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.vigie.assistant.AnswerEnd.Outcome;
import org.vigie.catalog.Route;
import org.vigie.catalog.Target;
import org.vigie.exchange.Cancellation;
import org.vigie.exchange.ChatChunk;
import org.vigie.exchange.JsonDocument;
import org.vigie.flow.AnswerSink;
import org.vigie.flow.Cancelled;
import org.vigie.flow.ChatFlow;
import org.vigie.flow.Decision;
import org.vigie.flow.Demand;
import org.vigie.flow.Ended;
import org.vigie.flow.Provenance;
import org.vigie.flow.Rejected;
import org.vigie.identity.Caller;
import org.vigie.kernel.FindingSummary;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.mission.Missions;
import org.vigie.policy.Ask;
import org.vigie.policy.Policy;
import org.vigie.shield.ClearedPrompt;
import org.vigie.shield.Inspection;

/** Asks by {@link ChatFlow}: the page's questions take the same way as everybody else's. */
@Singleton
final class FlowAsking implements Asking {
    private final ChatFlow flow;
    private final Policy policy;
    private final Missions missions;

    @Inject
    FlowAsking(ChatFlow flow, Policy policy, Missions missions) {
        this.flow = flow;
        this.policy = policy;
        this.missions = missions;
    }

    @Override
    public List<Destination> destinations(Caller caller, Optional<String> mission) {
        return policy.routes(caller, new Ask(mission, Optional.empty())).stream()
                .map(FlowAsking::destination)
                .toList();
    }

    @Override
    public List<MissionChoice> missions(Caller caller) {
        List<String> codes = policy.ruling(caller, Ask.PLAIN).missions();
        if (codes.isEmpty()) return List.of();
        return missions.visibleTo(caller).stream()
                .filter(mission -> codes.contains(mission.code()))
                .map(mission -> new MissionChoice(mission.code(), mission.name(), mission.decision()))
                .toList();
    }

    private static Destination destination(Route route) {
        Target first = route.targets().getFirst();
        return new Destination(
                route.model(),
                first.provider().name(),
                first.provider().zone(),
                first.provider().maxDataClass(),
                first.model().location());
    }

    @Override
    public AnswerEnd ask(
            Caller caller,
            Conversation conversation,
            String model,
            List<Turn> history,
            Optional<Grounds> grounds,
            Listener listener,
            Cancellation cancellation) {
        Demand demand = Demand.ofAssistant(
                caller,
                conversation.id(),
                conversation.mission(),
                body(model, history, grounds),
                grounds.map(Grounds::provenance).orElse(Provenance.NONE));
        Hearing hearing = new Hearing(listener, history.size() - (grounds.isPresent() ? 0 : 1));
        long from = System.nanoTime();
        try {
            Ended ended = flow.exchange(demand, hearing, cancellation);
            if (ended.answer() instanceof Ended.Answer.Whole whole) hearing.whole(whole.json());
            return hearing.end(demand, Outcome.ANSWERED, Optional.empty(), from, Optional.of(ended));
        } catch (ProblemException instead) {
            Outcome outcome = hearing.refused() ? Outcome.REFUSED : Outcome.FAILED;
            return hearing.end(demand, outcome, Optional.of(instead.problem()), from, Optional.empty());
        } catch (Rejected byProvider) {
            Problem problem = new Problem.UpstreamFailed(hearing.provider());
            return hearing.end(demand, Outcome.FAILED, Optional.of(problem), from, Optional.empty());
        } catch (Cancelled byThePerson) {
            return hearing.end(demand, Outcome.CANCELLED, Optional.empty(), from, Optional.empty());
        }
    }

    private static byte[] body(String model, List<Turn> history, Optional<Grounds> grounds) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model).put("stream", true);
        ArrayNode messages = body.putArray("messages");
        grounds.ifPresent(known -> messages.addObject().put("role", "system").put("content", known.told()));
        for (Turn turn : history) {
            String role = switch (turn.role()) {
                case USER -> "user";
                case ASSISTANT -> "assistant";
            };
            messages.addObject().put("role", role).put("content", turn.text());
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Tells the page what the exchange tells. */
    private static final class Hearing implements AnswerSink {
        private final Listener listener;
        private final String questionAt;
        private volatile Optional<Decision> decision = Optional.empty();

        Hearing(Listener listener, int question) {
            this.listener = listener;
            this.questionAt = "messages[" + question + "].content";
        }

        @Override
        public void decided(Decision latest) {
            decision = Optional.of(latest);
        }

        @Override
        public void leaving(Inspection inspection, ClearedPrompt prompt) {
            List<Mark> marks = inspection.replacedAt(questionAt).stream()
                    .map(finding -> new Mark(
                            finding.start(), finding.end(), finding.type().name()))
                    .toList();
            boolean kept =
                    decision.map(known -> known.handling().keepsWhatLeft()).orElse(false);
            listener.examined(
                    marks, kept ? Optional.of(new String(prompt.body(), StandardCharsets.UTF_8)) : Optional.empty());
        }

        @Override
        public void events(List<byte[]> json) {
            StringBuilder text = new StringBuilder();
            json.forEach(
                    event -> text.append(ChatChunk.of(JsonDocument.parse(event)).content()));
            if (!text.isEmpty()) listener.delta(text.toString());
        }

        /** Some providers answer in one piece although a stream was asked for. */
        void whole(byte[] json) {
            String text = ChatChunk.wholeContent(JsonDocument.parse(json));
            if (!text.isEmpty()) listener.delta(text);
        }

        boolean refused() {
            return decision.map(Decision::refused).orElse(true);
        }

        String provider() {
            return decision.flatMap(Decision::target)
                    .map(target -> target.provider().name())
                    .orElse("");
        }

        AnswerEnd end(
                Demand demand, Outcome outcome, Optional<Problem> problem, long fromNanos, Optional<Ended> ended) {
            return new AnswerEnd(
                    demand.id(),
                    outcome,
                    problem,
                    decision.flatMap(Decision::target).map(Target::name).orElse(""),
                    (System.nanoTime() - fromNanos) / 1_000_000,
                    ended.map(known -> known.usage().input()).orElse(0L),
                    ended.map(known -> known.usage().output()).orElse(0L),
                    ended.map(Ended::costMicroEuros).orElse(0L),
                    ended.map(Ended::strays).orElse(0),
                    decision.map(Decision::findings).orElse(FindingSummary.NONE),
                    decision.map(known -> known.handling().validations()).orElse(List.of()));
        }
    }
}
