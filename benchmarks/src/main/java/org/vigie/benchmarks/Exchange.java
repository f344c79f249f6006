package org.vigie.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The exchange that is measured: about 1 KB each way, or 30 chunks, a usage chunk and {@code [DONE]}. */
enum Exchange {
    WHOLE,
    STREAMED;

    private static final String FILLER = "Une phrase sans rien de personnel, qui parle du temps, du travail et des outils. ";

    private static final String FINDINGS = "Le dossier est suivi par Mme Claire Duval, claire.duval@example.org. ";

    /** @param findings whether there is something to mask in it */
    byte[] requestBody(boolean findings) {
        String text = (findings ? FINDINGS : "") + FILLER.repeat(11);
        String stream = this == STREAMED ? ",\"stream\":true,\"stream_options\":{\"include_usage\":true}" : "";
        return utf8("{\"model\":\"assistant\",\"temperature\":0.2" + stream
                + ",\"messages\":[{\"role\":\"system\",\"content\":\"Tu réponds en français.\"},"
                + "{\"role\":\"user\",\"content\":\"" + text.substring(0, 850) + "\"}]}");
    }

    /** The events of the stream; of a whole answer, its body. */
    List<byte[]> answerParts() {
        List<byte[]> parts = new ArrayList<>();
        if (this == WHOLE) {
            parts.add(utf8("{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1700000000,\"model\":\"bench\","
                    + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + FILLER.repeat(9)
                    + "\"},\"logprobs\":null,\"finish_reason\":\"stop\"}],"
                    + "\"usage\":{\"prompt_tokens\":220,\"completion_tokens\":180,\"total_tokens\":400}}"));
            return parts;
        }
        for (int i = 0; i < 30; i++) {
            parts.add(event("{\"index\":0,\"delta\":{\"content\":\" mot" + i + "\"},\"logprobs\":null,\"finish_reason\":"
                    + (i < 29 ? "null" : "\"stop\"") + "}", "null"));
        }
        parts.add(event("", "{\"prompt_tokens\":220,\"completion_tokens\":30,\"total_tokens\":250}"));
        parts.add(utf8("data: [DONE]\n\n"));
        return parts;
    }

    private static byte[] event(String choice, String usage) {
        return utf8("data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,"
                + "\"model\":\"bench\",\"choices\":[" + choice + "],\"usage\":" + usage + "}\n\n");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
