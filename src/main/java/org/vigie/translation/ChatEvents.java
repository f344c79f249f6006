package org.vigie.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vigie.translation.Answer.Tokens;
import org.vigie.translation.Step.Head;

/**
 * Chunks of a chat completion: the role first, then pieces, then the reason of the end, then the tokens. These are for
 * whoever asked; the shield keeps them from others.
 */
final class ChatEvents implements AnswerWriter.Events {
    private final ObjectNode envelope = Json.object();
    private Head open = new Head.Text();
    private int calls;
    private Optional<Tokens> tokens = Optional.empty();

    @Override
    public void write(Step step, List<ObjectNode> out) {
        switch (step) {
            case Step.Began began -> {
                envelope.put("id", ChatAnswerWriter.id(began.id()))
                        .put("object", "chat.completion.chunk")
                        .put("created", began.created())
                        .put("model", began.model());
                out.add(chunk(Json.object().put("role", "assistant").put("content", ""), Optional.empty()));
            }
            case Step.Opened opened -> open(opened.head(), out);
            case Step.Grew grew -> out.add(chunk(delta(grew.piece()), Optional.empty()));
            case Step.Closed _ -> {}
            case Step.Stopped stopped ->
                out.add(chunk(Json.object(), Optional.of(ChatAnswerWriter.finish(stopped.stop()))));
            case Step.Counted counted -> tokens = Optional.of(counted.tokens());
            case Step.Done _ ->
                tokens.ifPresent(counted -> {
                    ObjectNode last = envelope.deepCopy();
                    last.putArray("choices");
                    ChatAnswerWriter.usage(counted, last);
                    out.add(last);
                });
        }
    }

    private void open(Head head, List<ObjectNode> out) {
        open = head;
        if (!(head instanceof Head.Call call)) return;
        ObjectNode delta = Json.object();
        delta.putArray("tool_calls")
                .addObject()
                .put("index", calls++)
                .put("id", call.id())
                .put("type", "function")
                .putObject("function")
                .put("name", call.name())
                .put("arguments", "");
        out.add(chunk(delta, Optional.empty()));
    }

    private ObjectNode delta(String piece) {
        ObjectNode delta = Json.object();
        switch (open) {
            case Head.Text _ -> delta.put("content", piece);
            case Head.Thought _ -> delta.put("reasoning_content", piece);
            case Head.Refusal _ -> delta.put("refusal", piece);
            case Head.Call _ ->
                delta.putArray("tool_calls")
                        .addObject()
                        .put("index", calls - 1)
                        .putObject("function")
                        .put("arguments", piece);
        }
        return delta;
    }

    private ObjectNode chunk(ObjectNode delta, Optional<String> finish) {
        ObjectNode chunk = envelope.deepCopy();
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.putNull("logprobs").put("finish_reason", finish.orElse(null));
        return chunk;
    }

    @Override
    public ObjectNode error(Fault fault) {
        return ChatAnswerWriter.openAiError(fault);
    }
}
