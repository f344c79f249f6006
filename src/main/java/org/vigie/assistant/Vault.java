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

    private record StoredQuestion(String text, List<Mark> marks, Optional<Shelf> shelf, List<Source> sources) {
        StoredQuestion {
            // What was stored before documents could be asked has neither.
            shelf = shelf == null ? Optional.empty() : shelf;
            sources = sources == null ? List.of() : sources;
        }
    }

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
                new StoredQuestion(question.text(), question.marks(), question.shelf(), question.sources());
            case Message.Answer answer -> new StoredAnswer(answer.text(), answer.model(), answer.end());
        };
        try {
            return seal(JSON.writeValueAsBytes(stored), contentOf(conversation, message.id()));
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
        return new Message.Question(id, at, stored.text(), stored.marks(), left, stored.shelf(), stored.sources());
    }

    private Message.Answer answer(UUID conversation, UUID id, Instant at, byte[] value) {
        StoredAnswer stored = open(value, contentOf(conversation, id), StoredAnswer.class);
        return new Message.Answer(id, at, stored.text(), stored.model(), stored.end());
    }

    /** Compressed, since it holds every turn before it again. */
    byte[] whatLeft(UUID conversation, UUID question, String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return seal(bytes.toByteArray(), whatLeftOf(conversation, question));
    }

    String whatLeft(UUID conversation, UUID question, byte[] value) {
        byte[] zipped = sealed.open(value, whatLeftOf(conversation, question));
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private <T> T open(byte[] value, String context, Class<T> type) {
        try {
            return JSON.readValue(sealed.open(value, context), type);
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

    private static String contentOf(UUID conversation, UUID message) {
        return "conversation/" + conversation + "/message/" + message;
    }

    private static String whatLeftOf(UUID conversation, UUID message) {
        return contentOf(conversation, message) + "/left";
    }
}
