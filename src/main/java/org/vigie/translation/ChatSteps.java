package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.translation.Answer.Stop;
import org.vigie.translation.Step.Head;

/** The chunks of one chat completion, of its first choice. */
final class ChatSteps implements AnswerReader.Steps {
    private final Terms terms;
    private final Lanes lanes = new Lanes();
    private final Map<Integer, Head.Call> calls = new HashMap<>();
    private boolean began;
    private boolean stopped;

    ChatSteps(Terms terms) {
        this.terms = terms;
    }

    @Override
    public List<Step> read(JsonNode chunk) {
        List<Step> steps = new ArrayList<>();
        JsonNode choice = chunk.path("choices").path(0);
        begin(chunk, steps);
        delta(choice.path("delta"), steps);
        if (choice.path("finish_reason").isTextual()) stop(choice, steps);
        ChatAnswerReader.tokens(chunk.path("usage")).ifPresent(tokens -> steps.add(new Step.Counted(tokens)));
        return steps;
    }

    /** Azure sends something about its filter first, without a choice and without an id. */
    private void begin(JsonNode chunk, List<Step> steps) {
        if (began || chunk.path("choices").isEmpty()) return;
        began = true;
        steps.add(new Step.Began(
                chunk.path("id").asText(),
                chunk.path("model").asText(),
                chunk.path("created").asLong(terms.clock().instant().getEpochSecond()),
                Optional.empty()));
    }

    private void delta(JsonNode delta, List<Step> steps) {
        ChatAnswerReader.thought(delta).ifPresent(text -> lanes.piece("thought", new Head.Thought(), text, steps));
        String text = ChatAnswerReader.text(delta.path("content"));
        if (!text.isEmpty()) lanes.piece("text", new Head.Text(), text, steps);
        ChatAnswerReader.said(delta.path("refusal"))
                .ifPresent(refusal -> lanes.piece("refusal", new Head.Refusal(), refusal, steps));
        int place = 0;
        for (JsonNode call : delta.path("tool_calls")) call(call, place++, steps);
    }

    private void call(JsonNode call, int place, List<Step> steps) {
        int index = call.path("index").asInt(place);
        JsonNode function = call.path("function");
        Head.Call head = calls.computeIfAbsent(
                index,
                _ -> new Head.Call(
                        ChatAnswerReader.said(call.path("id")).orElse("call_" + index),
                        function.path("name").asText()));
        lanes.piece(index, head, ChatAnswerReader.arguments(function.path("arguments")), steps);
    }

    private void stop(JsonNode choice, List<Step> steps) {
        if (stopped) return;
        stopped = true;
        lanes.end(steps);
        Stop stop = ChatAnswerReader.stop(choice.path("finish_reason"));
        steps.add(new Step.Stopped(ChatAnswerReader.withCalls(stop, lanes.calls()), ChatAnswerReader.sequence(choice)));
    }

    @Override
    public List<Step> end() {
        if (!began) throw new UnreadableAnswer("a stream without a chunk");
        List<Step> steps = new ArrayList<>();
        lanes.end(steps);
        if (!stopped) {
            steps.add(new Step.Stopped(ChatAnswerReader.withCalls(Stop.END, lanes.calls()), Optional.empty()));
        }
        steps.add(new Step.Done());
        return steps;
    }
}
