package org.vigie.shield;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.catalog.Target;
import org.vigie.detection.Detector;
import org.vigie.detection.Finding;
import org.vigie.exchange.JsonDocument;
import org.vigie.exchange.JsonDocument.Patch;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.exchange.JsonPath;
import org.vigie.exchange.ModelRequest;
import org.vigie.kernel.Problem.Refusal;
import org.vigie.kernel.Problem.Refusal.Reason;
import org.vigie.kernel.ProblemException;
import org.vigie.opinion.Consultation;
import org.vigie.opinion.SecondOpinion;
import org.vigie.pseudonym.Issuance;
import org.vigie.pseudonym.PlaceholderScope;

/**
 * Examines every string of a request, wherever it stands, and replaces what it finds. Fails closed: a recogniser that
 * breaks refuses the request.
 */
public final class Shield {
    private static final int NESTING = 4;
    private static final int FEWEST_DIGITS = 9;
    private static final int LONGEST_LABEL = 60;

    /**
     * Words of the APIs themselves, which stand in every request: alone they are nobody's data, and a dictionary that
     * protects one of them must not break the protocol.
     */
    private static final Set<String> PROTOCOL = Set.of(
            "arguments",
            "assistant",
            "content",
            "description",
            "developer",
            "function",
            "include_usage",
            "input",
            "instructions",
            "max_completion_tokens",
            "max_tokens",
            "messages",
            "model",
            "name",
            "parameters",
            "properties",
            "role",
            "stream",
            "stream_options",
            "string",
            "system",
            "temperature",
            "text",
            "tool",
            "tool_calls",
            "tools",
            "top_p",
            "type",
            "user");

    private final Detector detector;
    private final SecondOpinion opinion;
    private final byte[] key;

    /** @param key secret of this instance from which placeholders are derived, 32 bytes */
    public Shield(Detector detector, SecondOpinion opinion, byte[] key) {
        this.detector = detector;
        this.opinion = opinion;
        this.key = key.clone();
    }

    /** @throws ProblemException {@link Reason#SHIELD_UNAVAILABLE} when the request could not be examined to the end */
    public Inspection inspect(ModelRequest request) {
        try {
            return new Inspection(request, examine(request));
        } catch (ProblemException refused) {
            throw refused;
        } catch (RuntimeException | StackOverflowError halfAnAnswerIsNone) {
            throw new ProblemException(new Refusal(Reason.SHIELD_UNAVAILABLE, "", ""));
        }
    }

    private List<Examined> examine(ModelRequest request) {
        Consultation consultation = opinion.consultation();
        List<Examined> examined = examine(request.document(), request::isLeft, NESTING, false, consultation);
        boolean signedFinding = request.document().values().stream()
                .filter(Value.Text.class::isInstance)
                .map(Value.Text.class::cast)
                .filter(request::isSigned)
                .anyMatch(text ->
                        !consultation.complete(detector.examine(text.value())).isEmpty());
        if (signedFinding) {
            throw new ProblemException(new Refusal(Reason.CONTENT_NOT_EXAMINABLE, "thinking", ""));
        }
        return examined;
    }

    /**
     * @param left which strings stay as they are
     * @param data whether the document is somebody's data, whose field names say what the values are
     */
    private List<Examined> examine(
            JsonDocument document, Predicate<Value.Text> left, int nesting, boolean data, Consultation consultation) {
        List<Examined> examined = new ArrayList<>();
        for (Value value : document.values()) {
            switch (value) {
                case Value.Text text -> {
                    if (!PROTOCOL.contains(text.value()) && !left.test(text)) {
                        examined.add(examine(text, nesting, data, consultation));
                    }
                }
                case Value.Key key -> {
                    if (!PROTOCOL.contains(key.value())) {
                        words(key.path(), key.value(), key.from()).ifPresent(examined::add);
                    }
                }
                case Value.Literal literal -> number(literal, consultation).ifPresent(examined::add);
                case Value.Container _ -> {}
            }
        }
        return examined;
    }

    private Examined examine(Value.Text text, int nesting, boolean data, Consultation consultation) {
        if (nesting > 0 && looksLikeJson(text.value())) {
            Optional<JsonDocument> inner = parsed(text.value());
            if (inner.isPresent()) {
                return new Examined.Nested(
                        text.path(),
                        text.from(),
                        text.to(),
                        inner.get(),
                        examine(inner.get(), _ -> false, nesting - 1, true, consultation));
            }
        }
        List<Finding> found = data
                ? labelled(text.path(), text.value(), consultation)
                : consultation.complete(detector.examine(text.value()));
        return new Examined.Words(text.path(), text.value(), text.from(), found);
    }

    /** What is found in a value that stands behind the name of its field, as in a form: « nom : Durand ». */
    private List<Finding> labelled(JsonPath path, String value, Consultation consultation) {
        String label = label(path.fieldName());
        return consultation.complete(detector.examine(label + value)).stream()
                .filter(finding -> finding.start() >= label.length())
                .map(finding -> finding.moved(-label.length()))
                .toList();
    }

    private static String label(String field) {
        StringBuilder words = new StringBuilder(field.length() + 8);
        for (int at = 0; at < Math.min(field.length(), LONGEST_LABEL); at++) {
            char c = field.charAt(at);
            boolean hump = at > 0 && Character.isUpperCase(c) && Character.isLowerCase(field.charAt(at - 1));
            if (hump) words.append(' ');
            words.append(c == '_' || c == '-' || c == '.' ? ' ' : c);
        }
        return words.isEmpty() ? "" : words.append(" : ").toString();
    }

    /** A number of many digits may be somebody's: {@code {"siret": 77863644900010}}. */
    private Optional<Examined> number(Value.Literal literal, Consultation consultation) {
        String digits = literal.value();
        if (digits.length() < FEWEST_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return labelled(literal.path(), digits, consultation).stream()
                .filter(finding -> finding.start() == 0 && finding.end() == digits.length())
                .findFirst()
                .map(finding -> new Examined.Number(literal.path(), literal.from(), literal.to(), digits, finding));
    }

    /** A key matters only when something was found in it. */
    private Optional<Examined> words(JsonPath path, String key, int from) {
        List<Finding> found = detector.detect(key);
        return found.isEmpty() ? Optional.empty() : Optional.of(new Examined.Words(path, key, from, found));
    }

    private static boolean looksLikeJson(String text) {
        String trimmed = text.strip();
        return trimmed.length() > 1
                && (trimmed.startsWith("{") && trimmed.endsWith("}")
                        || trimmed.startsWith("[") && trimmed.endsWith("]") && !trimmed.startsWith("[["));
    }

    private static Optional<JsonDocument> parsed(String text) {
        try {
            return Optional.of(JsonDocument.parse(text.getBytes(StandardCharsets.UTF_8)));
        } catch (ProblemException plainTextAfterAll) {
            return Optional.empty();
        }
    }

    /**
     * The request as it may leave for {@code target}: findings replaced by placeholders of {@code scope}, the model named
     * as the provider names it, usage asked for, nothing stored there.
     *
     * @param scope what shares its placeholders: a conversation, or an API key and mission
     */
    public ClearedPrompt clear(Inspection inspection, Target target, String scope) {
        return clear(inspection, target, key, scope);
    }

    /** The same with placeholders made of another key than the instance's. @param own secret, 32 bytes */
    public ClearedPrompt clear(Inspection inspection, Target target, byte[] own, String scope) {
        ModelRequest request = inspection.request();
        Issuance issuance = new PlaceholderScope(own, scope).issuance();
        // Where nothing was found no placeholder is issued, and none can be mistaken.
        if (!inspection.summary().isEmpty()) inspection.examined().forEach(text -> text.texts(issuance::reserve));
        List<Patch> patches = new ArrayList<>();
        inspection.examined().forEach(text -> text.mask(request.document(), issuance, patches::add));
        OutgoingFields.patch(request, target.model().upstreamModel(), patches);
        return new ClearedPrompt(target, request, request.document().patched(patches), issuance);
    }
}
