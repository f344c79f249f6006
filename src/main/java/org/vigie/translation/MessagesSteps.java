package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.translation.Answer.Tokens;
import org.vigie.translation.Step.Head;

/** The events of one message. */
final class MessagesSteps implements AnswerReader.Steps {
    private final Terms terms;
    private boolean inBlock;
    private boolean emptyCall;
    private Optional<Tokens> tokens = Optional.empty();

    MessagesSteps(Terms terms) {
        this.terms = terms;
    }

    @Override
    public List<Step> read(JsonNode event) {
        List<Step> steps = new ArrayList<>();
        switch (event.path("type").asText()) {
            case "message_start" -> start(event.path("message"), steps);
            case "content_block_start" -> open(event.path("content_block"), steps);
            case "content_block_delta" -> grow(event.path("delta"), steps);
            case "content_block_stop" -> close(steps);
            case "message_delta" -> stop(event, steps);
            case "message_stop" -> steps.add(new Step.Done());
            default -> {}
        }
        return steps;
    }

    private void start(JsonNode message, List<Step> steps) {
        tokens = MessagesAnswerReader.tokens(message.path("usage"), tokens);
        steps.add(new Step.Began(
                message.path("id").asText(),
                message.path("model").asText(),
                terms.clock().instant().getEpochSecond(),
                tokens));
    }

    private void open(JsonNode block, List<Step> steps) {
        Optional<Head> head = switch (block.path("type").asText()) {
            case "text" -> Optional.of(new Head.Text());
            case "thinking" -> Optional.of(new Head.Thought());
            case "tool_use" ->
                Optional.of(new Head.Call(
                        block.path("id").asText(), block.path("name").asText()));
            default -> Optional.empty();
        };
        inBlock = head.isPresent();
        emptyCall = head.filter(Head.Call.class::isInstance).isPresent();
        head.ifPresent(kind -> steps.add(new Step.Opened(kind)));
        piece(block.path("text").asText(), steps);
        piece(block.path("thinking").asText(), steps);
        JsonNode input = block.path("input");
        if (input.isObject() && !input.isEmpty()) piece(Json.text(input), steps);
    }

    private void grow(JsonNode delta, List<Step> steps) {
        switch (delta.path("type").asText()) {
            case "text_delta" -> piece(delta.path("text").asText(), steps);
            case "thinking_delta" -> piece(delta.path("thinking").asText(), steps);
            case "input_json_delta" -> piece(delta.path("partial_json").asText(), steps);
            default -> {}
        }
    }

    private void piece(String piece, List<Step> steps) {
        if (!inBlock || piece.isEmpty()) return;
        emptyCall = false;
        steps.add(new Step.Grew(piece));
    }

    /** A call without arguments has no delta here; others expect an object all the same. */
    private void close(List<Step> steps) {
        if (!inBlock) return;
        if (emptyCall) piece("{}", steps);
        inBlock = false;
        steps.add(new Step.Closed());
    }

    private void stop(JsonNode event, List<Step> steps) {
        JsonNode delta = event.path("delta");
        if (delta.path("stop_reason").isTextual()) {
            steps.add(new Step.Stopped(
                    MessagesAnswerReader.stop(delta.path("stop_reason")), Json.string(delta.path("stop_sequence"))));
        }
        tokens = MessagesAnswerReader.tokens(event.path("usage"), tokens);
        tokens.ifPresent(counted -> steps.add(new Step.Counted(counted)));
    }

    @Override
    public List<Step> end() {
        return List.of();
    }
}
