package org.vigie.assistant;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.vigie.kernel.Problem;
import org.vigie.store.Sealed;

/**
 * Conversations as the database keeps them. Each value is sealed for its conversation and its message: put into another
 * row it does not open.
 */
record Vault(Sealed sealed) {
    /** Fields only; what an older or newer version knows of a problem and we do not is left out, not fatal. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addMixIn(Problem.class, Named.class)
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
            .build();

    static {
        JSON.registerSubtypes(Problem.class.getPermittedSubclasses());
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Named {}

    private record StoredQuestion(
            String text, List<Mark> marks, Optional<Shelf> shelf, List<Source> sources, List<Attachment> files) {
        StoredQuestion {
            // What was stored before documents could be asked, or files joined, has none.
            shelf = shelf == null ? Optional.empty() : shelf;
            sources = sources == null ? List.of() : sources;
            files = files == null ? List.of() : files;
        }
    }

    private record StoredFile(String name, String text, boolean recognised, boolean partial, boolean commands) {}

    private record StoredAnswer(String text, String model, Optional<AnswerEnd> end) {}

    byte[] title(UUID conversation, String title) {
        return seal(title.getBytes(StandardCharsets.UTF_8), titleOf(conversation));
    }

    String title(UUID conversation, byte[] value) {
        return new String(sealed.open(value, titleOf(conversation)), StandardCharsets.UTF_8);
    }

    byte[] content(UUID conversation, Message message) {
        Object stored = switch (message) {
            case Message.Question question ->
                new StoredQuestion(
                        question.text(), question.marks(), question.shelf(), question.sources(), question.files());
            case Message.Answer answer -> new StoredAnswer(answer.text(), answer.model(), answer.end());
        };
        return seal(written(stored), contentOf(conversation, message.id()));
    }

    private static byte[] written(Object stored) {
        try {
            return JSON.writeValueAsBytes(stored);
        } catch (JsonProcessingException recordsOfStringsAndNumbers) {
            throw new IllegalStateException(recordsOfStringsAndNumbers);
        }
    }

    Message message(UUID conversation, UUID id, String kind, Instant at, byte[] content, boolean left) {
        return kind.equals(Message.Question.KIND)
                ? question(conversation, id, at, content, left)
                : answer(conversation, id, at, content);
    }

    private Message.Question question(UUID conversation, UUID id, Instant at, byte[] value, boolean left) {
        StoredQuestion stored = open(value, contentOf(conversation, id), StoredQuestion.class);
        return new Message.Question(
                id, at, stored.text(), stored.marks(), left, stored.shelf(), stored.sources(), stored.files());
    }

    private Message.Answer answer(UUID conversation, UUID id, Instant at, byte[] value) {
        StoredAnswer stored = open(value, contentOf(conversation, id), StoredAnswer.class);
        return new Message.Answer(id, at, stored.text(), stored.model(), stored.end());
    }

    /** Compressed, since it holds every turn before it again. */
    byte[] whatLeft(UUID conversation, UUID question, String body) {
        return seal(zipped(body.getBytes(StandardCharsets.UTF_8)), whatLeftOf(conversation, question));
    }

    String whatLeft(UUID conversation, UUID question, byte[] value) {
        return new String(unzipped(sealed.open(value, whatLeftOf(conversation, question))), StandardCharsets.UTF_8);
    }

    /** Sealed for its id alone: it waits before it has a conversation. */
    byte[] attachment(Attachment.Read read) {
        Attachment file = read.file();
        StoredFile stored =
                new StoredFile(file.name(), read.text(), file.recognised(), file.partial(), file.commands());
        return seal(zipped(written(stored)), attachmentOf(file.id()));
    }

    Attachment.Read attachment(UUID id, byte[] value) {
        StoredFile stored = read(unzipped(sealed.open(value, attachmentOf(id))), StoredFile.class);
        Attachment file = new Attachment(
                id, stored.name(), stored.text().length(), stored.recognised(), stored.partial(), stored.commands());
        return new Attachment.Read(file, stored.text());
    }

    private static byte[] zipped(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static byte[] unzipped(byte[] zipped) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return zip.readAllBytes();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private <T> T open(byte[] value, String context, Class<T> type) {
        return read(sealed.open(value, context), type);
    }

    private static <T> T read(byte[] plain, Class<T> type) {
        try {
            return JSON.readValue(plain, type);
        } catch (IOException notOurs) {
            // Without its cause: Jackson quotes what it could not read.
            throw new IllegalStateException("a stored message does not read as " + type.getSimpleName());
        }
    }

    private byte[] seal(byte[] plain, String context) {
        return sealed.seal(plain, context);
    }

    private static String titleOf(UUID conversation) {
        return "conversation/" + conversation + "/title";
    }

    private static String attachmentOf(UUID attachment) {
        return "attachment/" + attachment;
    }

    private static String contentOf(UUID conversation, UUID message) {
        return "conversation/" + conversation + "/message/" + message;
    }

    private static String whatLeftOf(UUID conversation, UUID message) {
        return contentOf(conversation, message) + "/left";
    }
}
