package org.vigie.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.endtoend.ScriptedUpstream.Asked;
import org.vigie.endtoend.ScriptedUpstream.Reply;

/**
 * A provider that speaks every dialect, streamed or not, and answers « Écrit à » and the first placeholder that it reads, in
 * three pieces where it streams. Asked to break, it does so after the first.
 */
final class SpokenAnswers {
    private static final Pattern STREAM = Pattern.compile("\"stream\"\\s*:\\s*true");

    private SpokenAnswers() {}

    static void answer(Asked asked, Reply reply) throws IOException {
        boolean stream = STREAM.matcher(asked.text()).find();
        boolean breaks = asked.text().contains("coupe");
        String place = asked.text().contains("[[") ? asked.placeholder() : "personne";
        switch (asked.path()) {
            case "/v1/chat/completions" -> {
                if (stream) chatStream(reply, place, breaks);
                else reply.json(200, chat("Écrit à " + place));
            }
            case "/v1/responses" -> {
                if (stream) responseStream(reply, place, breaks);
                else reply.json(200, response("Écrit à " + place));
            }
            case "/v1/messages" -> {
                if (stream) messageStream(reply, place, breaks);
                else
                    reply.json(
                            200, message("[{\"type\":\"text\",\"text\":\"Écrit à " + place + "\"}]", "\"end_turn\""));
            }
            case "/v1/messages/count_tokens" -> reply.json(200, "{\"input_tokens\":2095}");
            case "/v1/embeddings" -> reply.json(200, embedding(asked.text().contains("base64")));
            default -> reply.json(404, "{}");
        }
    }

    private static List<String> pieces(String place) {
        return List.of("Écrit à ", place.substring(0, 4), place.substring(4));
    }

    private static String chat(String text) {
        return "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"up\",\"choices\":[{\"index\":0,\"message\":"
                + "{\"role\":\"assistant\",\"content\":\"" + text
                + "\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2,\"total_tokens\":9}}";
    }

    private static void chatStream(Reply reply, String place, boolean breaks) throws IOException {
        String head = "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"up\",\"choices\":[";
        reply.stream();
        for (String piece : pieces(place)) {
            reply.data(head + "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"" + piece
                    + "\"},\"finish_reason\":null}]}");
            if (breaks) {
                reply.cut();
                return;
            }
        }
        reply.data(head + "{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
        reply.data(head + "],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2,\"total_tokens\":9}}");
        reply.data("[DONE]");
        reply.end();
    }

    private static String response(String text) {
        return "{\"id\":\"resp_1\",\"object\":\"response\",\"created_at\":1,\"status\":\"completed\",\"error\":null,"
                + "\"incomplete_details\":null,\"instructions\":null,\"metadata\":{},\"model\":\"up\",\"parallel_tool_calls\":true,"
                + "\"temperature\":1.0,\"tool_choice\":\"auto\",\"tools\":[],\"top_p\":1.0,\"output\":[" + item(text)
                + "],\"usage\":{\"input_tokens\":12,\"input_tokens_details\":{\"cached_tokens\":0},\"output_tokens\":4,"
                + "\"output_tokens_details\":{\"reasoning_tokens\":0},\"total_tokens\":16}}";
    }

    private static String item(String text) {
        return "{\"type\":\"message\",\"id\":\"msg_1\",\"status\":\"completed\",\"role\":\"assistant\",\"content\":["
                + part(text) + "]}";
    }

    private static String part(String text) {
        return "{\"type\":\"output_text\",\"text\":\"" + text + "\",\"annotations\":[]}";
    }

    private static void responseStream(Reply reply, String place, boolean breaks) throws IOException {
        String where = ",\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0";
        int number = 0;
        reply.stream();
        event(reply, "response.created", number++, ",\"response\":" + response(""));
        event(reply, "response.output_item.added", number++, ",\"output_index\":0,\"item\":" + item(""));
        event(reply, "response.content_part.added", number++, where + ",\"part\":" + part(""));
        for (String piece : pieces(place)) {
            event(
                    reply,
                    "response.output_text.delta",
                    number++,
                    where + ",\"logprobs\":[],\"delta\":\"" + piece + "\"");
            if (breaks) {
                reply.cut();
                return;
            }
        }
        String text = "Écrit à " + place;
        event(reply, "response.output_text.done", number++, where + ",\"logprobs\":[],\"text\":\"" + text + "\"");
        event(reply, "response.content_part.done", number++, where + ",\"part\":" + part(text));
        event(reply, "response.output_item.done", number++, ",\"output_index\":0,\"item\":" + item(text));
        event(reply, "response.completed", number, ",\"response\":" + response(text));
        reply.end();
    }

    private static void event(Reply reply, String type, int number, String more) throws IOException {
        reply.event(type, "{\"type\":\"" + type + "\",\"sequence_number\":" + number + more + "}");
    }

    private static String message(String content, String reason) {
        return "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"up\",\"content\":" + content
                + ",\"stop_reason\":" + reason
                + ",\"stop_sequence\":null,\"usage\":{\"input_tokens\":25,\"output_tokens\":15}}";
    }

    private static void messageStream(Reply reply, String place, boolean breaks) throws IOException {
        reply.stream();
        reply.event("message_start", "{\"type\":\"message_start\",\"message\":" + message("[]", "null") + "}");
        reply.event(
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
        reply.event("ping", "{\"type\": \"ping\"}");
        for (String piece : pieces(place)) {
            reply.event(
                    "content_block_delta",
                    "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\""
                            + piece + "\"}}");
            if (breaks) {
                reply.cut();
                return;
            }
        }
        reply.event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}");
        reply.event(
                "message_delta",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":15}}");
        reply.event("message_stop", "{\"type\":\"message_stop\"}");
        reply.end();
    }

    /** One and two, as floats of little end in base64, or as they are. */
    private static String embedding(boolean base64) {
        return "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":"
                + (base64 ? "\"AACAPwAAAEA=\"" : "[1.0,2.0]")
                + "}],\"model\":\"up\",\"usage\":{\"prompt_tokens\":3,\"total_tokens\":3}}";
    }
}
