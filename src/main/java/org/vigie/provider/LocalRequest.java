package org.vigie.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.exchange.ModelRequest;
import org.vigie.kernel.Problem;
import org.vigie.local.Question;
import org.vigie.local.Question.Sampling;
import org.vigie.local.Question.Turn;

/** A chat completion as a question to a local model; what such a model cannot do is refused, not left out. */
final class LocalRequest {
    /** As llama.cpp's own programs sample. */
    private static final float TEMPERATURE = 0.8f;

    private static final float TOP_P = 0.95f;
    private static final float HOTTEST = 2;

    private final ModelRequest request;
    private final List<String> stops = new ArrayList<>();
    private Optional<Float> temperature = Optional.empty();
    private Optional<Float> topP = Optional.empty();
    private Optional<Float> presence = Optional.empty();
    private Optional<Float> frequency = Optional.empty();
    private Optional<Float> seed = Optional.empty();
    private Optional<Float> most = Optional.empty();

    private LocalRequest(ModelRequest request) {
        this.request = request;
    }

    /**
     * @param longest answer, whatever is asked for
     * @throws ProviderFailure unsupported, with the place
     */
    static Question question(ModelRequest request, Optional<Integer> longest) throws ProviderFailure {
        LocalRequest reading = new LocalRequest(request);
        for (Value value : request.document().values()) reading.read(value);
        return reading.question(longest.orElse(Integer.MAX_VALUE));
    }

    private void read(Value value) throws ProviderFailure {
        List<Object> steps = value.path().steps();
        if (steps.isEmpty()) return;
        String root = String.valueOf(steps.getFirst());
        if (value instanceof Value.Text text) {
            if (root.equals("stop")) stops.add(text.value());
            if (steps.equals(List.of("response_format", "type"))
                    && !text.value().equals("text")) {
                throw unsupported("response_format", "a local model writes text alone");
            }
        }
        boolean inside = steps.size() > 1;
        if (inside && (root.equals("tools") || root.equals("functions"))
                || value.path().passesThrough("tool_calls")) {
            throw unsupported(root, "a local model calls no tools");
        }
        if (value instanceof Value.Literal literal && !inside) readOption(root, literal.value());
    }

    private void readOption(String name, String value) throws ProviderFailure {
        switch (name) {
            case "temperature" -> temperature = number(value);
            case "top_p" -> topP = number(value);
            case "presence_penalty" -> presence = number(value);
            case "frequency_penalty" -> frequency = number(value);
            case "seed" -> seed = number(value);
            case "max_tokens", "max_completion_tokens" -> most = number(value).or(() -> most);
            case "n" -> {
                if (number(value).orElse(1f) > 1) throw unsupported(name, "a local model gives one answer");
            }
            case "logprobs" -> {
                if (value.equals("true")) throw unsupported(name, "a local model does not tell them");
            }
            default -> {}
        }
    }

    private Question question(int longest) throws ProviderFailure {
        if (!request.unreadable().isEmpty()) throw unsupported("messages", "a local model reads text alone");
        List<Turn> turns = new ArrayList<>();
        for (ModelRequest.Message message : request.messages()) turns.add(turn(message));
        int asked = most.map(Float::intValue).orElse(Integer.MAX_VALUE);
        return new Question(turns, Math.clamp(asked, 1, longest), sampling(), stops);
    }

    private Sampling sampling() {
        return new Sampling(
                Math.clamp(temperature.orElse(TEMPERATURE), 0f, HOTTEST),
                Math.clamp(topP.orElse(TOP_P), 0f, 1f),
                presence.orElse(0f),
                frequency.orElse(0f),
                seed.map(Float::intValue)
                        .orElseGet(() -> ThreadLocalRandom.current().nextInt()));
    }

    private static Turn turn(ModelRequest.Message message) throws ProviderFailure {
        return switch (message.role()) {
            case "system", "developer" -> new Turn("system", message.text());
            case "user", "assistant" -> new Turn(message.role(), message.text());
            default -> throw unsupported("messages", "a local model knows system, user and assistant alone");
        };
    }

    /** Nothing for {@code null} and what is no number. */
    private static Optional<Float> number(String literal) {
        try {
            return Optional.of(Float.parseFloat(literal)).filter(Float::isFinite);
        } catch (NumberFormatException other) {
            return Optional.empty();
        }
    }

    private static ProviderFailure unsupported(String place, String fault) {
        return ProviderFailure.untranslatable(new Problem.Malformed(place, fault));
    }
}
