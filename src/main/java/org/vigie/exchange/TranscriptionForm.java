package org.vigie.exchange;

import static org.vigie.exchange.ModelRequest.malformed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.exchange.MultipartForm.Part;

/**
 * A form with sound, as the JSON that the shield reads and back:
 * {@code {"model":…,"fields":[{"name":…,"value":…}],"file":{"filename":…,"content_type":…,"file_data":BASE64}}}. So every
 * text of a form is examined as every other string is, and the sound counts as what nobody can read.
 */
public final class TranscriptionForm {
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("(?:audio|video)/[A-Za-z0-9.+-]{1,40}(?:;\\s*codecs=[A-Za-z0-9.]{1,20})?");
    private static final String ANY_SOUND = "application/octet-stream";

    private TranscriptionForm() {}

    static byte[] json(String contentType, byte[] body) {
        Optional<String> model = Optional.empty();
        Optional<Part> file = Optional.empty();
        StringBuilder fields = new StringBuilder();
        for (Part part : MultipartForm.read(contentType, body)) {
            if (part.name().equals("file")) {
                if (file.isPresent()) throw malformed("file", "this field stands twice");
                file = Optional.of(part);
            } else if (part.name().equals("model")) {
                if (model.isPresent()) throw malformed("model", "this field stands twice");
                model = Optional.of(text(part));
            } else {
                if (!fields.isEmpty()) fields.append(',');
                fields.append("{\"name\":").append(quoted(part.name()));
                fields.append(",\"value\":").append(quoted(text(part))).append('}');
            }
        }
        Part sound = file.filter(part -> part.fileName().isPresent())
                .orElseThrow(() -> malformed("file", "a file with its name is expected"));
        String name = model.orElseThrow(() -> malformed("model", "the name of a model is expected"));
        return ("{\"model\":" + quoted(name) + ",\"fields\":[" + fields + "],\"file\":{\"filename\":"
                        + quoted(sound.fileName().orElse("")) + ",\"content_type\":" + quoted(type(sound))
                        + ",\"file_data\":\"" + Base64.getEncoder().encodeToString(sound.content()) + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing examines what is no text, so it may hold nothing else than the name of a kind of sound. */
    private static String type(Part file) {
        return file.contentType()
                .filter(type -> MEDIA_TYPE.matcher(type).matches())
                .orElse(ANY_SOUND);
    }

    private static String text(Part part) {
        if (part.fileName().isPresent()) throw malformed("the form", "a file stands where a text is expected");
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(part.content()))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw malformed("the form", "a text is not UTF-8");
        }
    }

    private static String quoted(String text) {
        return '"' + new String(JsonDocument.escaped(text), StandardCharsets.UTF_8) + '"';
    }

    /** A form as it leaves. */
    public record Outgoing(String contentType, byte[] body) {}

    /** @param cleared the JSON once its texts were examined and masked */
    public static Outgoing form(byte[] cleared) {
        List<Part> parts = new ArrayList<>();
        String fieldName = "";
        String fileName = "";
        String type = ANY_SOUND;
        byte[] sound = {};
        for (Value value : JsonDocument.parse(cleared).values()) {
            if (!(value instanceof Value.Text text)) continue;
            switch (text.path().name()) {
                case "model" -> parts.add(field("model", text.value()));
                case "name" -> fieldName = text.value();
                case "value" -> parts.add(field(fieldName, text.value()));
                case "filename" -> fileName = text.value();
                case "content_type" -> type = text.value();
                case "file_data" -> sound = Base64.getDecoder().decode(text.value());
                default -> throw new IllegalStateException("no such field of a form");
            }
        }
        parts.add(new Part("file", Optional.of(fileName), Optional.of(type), sound));
        // 122 random bits: nobody's content holds them.
        String boundary = "vigie-" + UUID.randomUUID();
        return new Outgoing("multipart/form-data; boundary=" + boundary, MultipartForm.write(parts, boundary));
    }

    private static Part field(String name, String value) {
        return new Part(name, Optional.empty(), Optional.empty(), value.getBytes(StandardCharsets.UTF_8));
    }
}
