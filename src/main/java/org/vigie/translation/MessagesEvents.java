package org.vigie.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vigie.translation.Answer.Stop;
import org.vigie.translation.Answer.Tokens;
import org.vigie.translation.Step.Head;

/** The events of a message. Tokens come with the last but one, since a chat completion counts at its end only. */
final class MessagesEvents implements AnswerWriter.Events {
    private int index = -1;
    private Head open = new Head.Thought();
    private boolean refused;
    private Stop stop = Stop.END;
    private Optional<String> sequence = Optional.empty();
    private Optional<Tokens> tokens = Optional.empty();

    @Override
    public void write(Step step, List<ObjectNode> out) {
        switch (step) {
            case Step.Began began -> out.add(start(began));
            case Step.Opened opened -> open(opened.head(), out);
            case Step.Grew grew -> grow(grew.piece(), out);
            case Step.Closed _ -> {
                if (shown()) out.add(event("content_block_stop").put("index", index));
            }
            case Step.Stopped stopped -> {
                stop = refused ? Stop.FILTERED : stopped.stop();
                sequence = stopped.sequence();
            }
            case Step.Counted counted -> tokens = Optional.of(counted.tokens());
            case Step.Done _ -> {
                ObjectNode delta = event("message_delta");
                MessagesAnswerWriter.stop(stop, sequence, delta.putObject("delta"));
                MessagesAnswerWriter.usage(tokens, delta);
                out.add(delta);
                out.add(event("message_stop"));
            }
        }
    }

    private static ObjectNode event(String type) {
        return Json.object().put("type", type);
    }

    private static ObjectNode start(Step.Began began) {
        ObjectNode start = event("message_start");
        ObjectNode message = MessagesAnswerWriter.head(began.id(), began.model());
        message.putArray("content");
        message.putNull("stop_reason").putNull("stop_sequence");
        MessagesAnswerWriter.usage(began.tokens(), message);
        start.set("message", message);
        return start;
    }

    private boolean shown() {
        return !(open instanceof Head.Thought);
    }

    private void open(Head head, List<ObjectNode> out) {
        open = head;
        refused |= head instanceof Head.Refusal;
        if (!shown()) return;
        ObjectNode start = event("content_block_start").put("index", ++index);
        ObjectNode block = start.putObject("content_block");
        switch (head) {
            case Head.Text _, Head.Refusal _ -> block.put("type", "text").put("text", "");
            case Head.Call call ->
                block.put("type", "tool_use")
                        .put("id", call.id())
                        .put("name", call.name())
                        .putObject("input");
            case Head.Thought _ -> {}
        }
        out.add(start);
    }

    private void grow(String piece, List<ObjectNode> out) {
        if (!shown()) return;
        ObjectNode grown = event("content_block_delta").put("index", index);
        ObjectNode delta = grown.putObject("delta");
        if (open instanceof Head.Call) delta.put("type", "input_json_delta").put("partial_json", piece);
        else delta.put("type", "text_delta").put("text", piece);
        out.add(grown);
    }

    @Override
    public ObjectNode error(Fault fault) {
        return MessagesAnswerWriter.anthropicError(fault);
    }
}
