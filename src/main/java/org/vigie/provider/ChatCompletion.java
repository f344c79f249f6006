package org.vigie.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.vigie.kernel.Ids;

/** An answer of Vigie's own making, for what does not speak the protocol itself: in pieces, or in one. */
record ChatCompletion(String id, long created, String model) {
    static ChatCompletion begin(String model) {
        return new ChatCompletion("chatcmpl-" + Ids.next(), System.currentTimeMillis() / 1_000, model);
    }

    /** @param cached those of the read tokens that did not have to be computed */
    record Tokens(int read, int cached, int written) {
        private void addTo(ObjectNode answer) {
            ObjectNode usage = answer.putObject("usage");
            usage.put("prompt_tokens", read).put("completion_tokens", written).put("total_tokens", read + written);
            usage.putObject("prompt_tokens_details").put("cached_tokens", cached);
        }
    }

    byte[] piece(String text) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        ObjectNode choice = choice(chunk);
        choice.putObject("delta").put("role", "assistant").put("content", text);
        choice.putNull("finish_reason");
        return bytes(chunk);
    }

    byte[] end(String reason) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        ObjectNode choice = choice(chunk);
        choice.putObject("delta");
        choice.put("finish_reason", reason);
        return bytes(chunk);
    }

    byte[] usage(Tokens tokens) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        chunk.putArray("choices");
        tokens.addTo(chunk);
        return bytes(chunk);
    }

    byte[] whole(String text, String reason, Tokens tokens) {
        ObjectNode answer = envelope("chat.completion");
        ObjectNode choice = choice(answer);
        choice.putObject("message").put("role", "assistant").put("content", text);
        choice.put("finish_reason", reason);
        tokens.addTo(answer);
        return bytes(answer);
    }

    private ObjectNode envelope(String object) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("id", id).put("object", object);
        envelope.put("created", created).put("model", model);
        return envelope;
    }

    private static ObjectNode choice(ObjectNode answer) {
        return answer.putArray("choices").addObject().put("index", 0);
    }

    private static byte[] bytes(ObjectNode answer) {
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }
}
