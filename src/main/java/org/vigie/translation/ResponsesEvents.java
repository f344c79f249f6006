package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.translation.Answer.Stop;
import org.vigie.translation.Answer.Tokens;
import org.vigie.translation.Step.Head;

/** The events of a response, numbered. Each item tells that it begins, its pieces, and then all of it again. */
final class ResponsesEvents implements AnswerWriter.Events {
    private final JsonNode request;
    private final ArrayNode output = Json.array();
    private ObjectNode response = Json.object();
    private String key = "";
    private @Nullable ResponseItem open;
    private long sequence;
    private Stop stop = Stop.END;
    private Optional<Tokens> tokens = Optional.empty();

    ResponsesEvents(JsonNode request) {
        this.request = request;
    }

    @Override
    public void write(Step step, List<ObjectNode> out) {
        switch (step) {
            case Step.Began began -> begin(began, out);
            case Step.Opened opened -> open(opened.head(), out);
            case Step.Grew grew -> grow(grew.piece(), out);
            case Step.Closed _ -> close(out);
            case Step.Stopped stopped -> stop = stopped.stop();
            case Step.Counted counted -> tokens = Optional.of(counted.tokens());
            case Step.Done _ -> {
                ResponsesAnswerWriter.ended(response, stop, tokens, output);
                out.add(whole("response." + ResponsesAnswerWriter.status(stop)));
            }
        }
    }

    private void begin(Step.Began began, List<ObjectNode> out) {
        key = ResponsesAnswerWriter.key(began.id());
        response = ResponsesAnswerWriter.response(began.id(), began.model(), began.created(), request);
        out.add(whole("response.created"));
        out.add(whole("response.in_progress"));
    }

    private ObjectNode event(String type) {
        return Json.object().put("type", type).put("sequence_number", sequence++);
    }

    private ObjectNode whole(String type) {
        ObjectNode event = event(type);
        event.set("response", response.deepCopy());
        return event;
    }

    private void open(Head head, List<ObjectNode> out) {
        ResponseItem item = ResponseItem.opened(head, key, output.size());
        open = item;
        ObjectNode added = event("response.output_item.added").put("output_index", item.index());
        added.set("item", item.empty());
        out.add(added);
        if (!item.hasPart()) return;
        ObjectNode part = inPart("response.content_part.added", item);
        part.set("part", item.part(""));
        out.add(part);
    }

    private ObjectNode inItem(String type, ResponseItem item) {
        return event(type).put("item_id", item.id()).put("output_index", item.index());
    }

    private ObjectNode inPart(String type, ResponseItem item) {
        ObjectNode event = inItem(type, item);
        return item.hasPart() ? event.put("content_index", 0) : event;
    }

    private void grow(String piece, List<ObjectNode> out) {
        ResponseItem item = open;
        if (item == null) return;
        item.text().append(piece);
        ObjectNode delta = inPart(item.event() + ".delta", item).put("delta", piece);
        if (item.head() instanceof Head.Text) delta.putArray("logprobs");
        out.add(delta);
    }

    private void close(List<ObjectNode> out) {
        ResponseItem item = open;
        if (item == null) return;
        open = null;
        String text = item.text().toString();
        ObjectNode done = inPart(item.event() + ".done", item);
        if (item.head() instanceof Head.Call call) done.put("name", call.name());
        done.put(item.field(), text);
        if (item.head() instanceof Head.Text) done.putArray("logprobs");
        out.add(done);
        if (item.hasPart()) {
            ObjectNode part = inPart("response.content_part.done", item);
            part.set("part", item.part(text));
            out.add(part);
        }
        ObjectNode whole = item.whole();
        ObjectNode ended = event("response.output_item.done").put("output_index", item.index());
        ended.set("item", whole.deepCopy());
        out.add(ended);
        output.add(whole);
    }

    @Override
    public ObjectNode error(Fault fault) {
        ObjectNode error = event("error");
        error.put("code", fault.code().orElse(fault.type())).put("message", fault.message());
        return error.put("param", fault.param().orElse(null));
    }
}
