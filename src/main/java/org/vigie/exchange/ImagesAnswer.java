package org.vigie.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.exchange.JsonDocument.Value;

/** Pictures in base64 or as addresses, and the prompt that the model made of the client's; in one piece. */
final class ImagesAnswer implements AnswerForm {
    private static final Set<String> UNTOUCHED = Set.of("b64_json", "url");

    @Override
    public Mark mark(byte[] payload) {
        return RootError.isIn(payload) ? Mark.ERROR : Mark.PIECE;
    }

    @Override
    public Optional<String> eventName(byte[] payload) {
        return Optional.empty();
    }

    @Override
    public StreamEvent event(JsonDocument document) {
        return new StreamEvent(document, List.of(), _ -> true, Optional.empty(), (_, _) -> document.bytes());
    }

    @Override
    public Optional<Usage> usage(JsonDocument document) {
        long input = Fields.number(document, 0, "usage", "input_tokens");
        long output = Fields.number(document, 0, "usage", "output_tokens");
        return input + output == 0 ? Optional.empty() : Optional.of(new Usage(input, output, false));
    }

    @Override
    public boolean onlyUsage(JsonDocument document) {
        return false;
    }

    @Override
    public long textBytes(JsonDocument document) {
        return 0;
    }

    @Override
    public boolean untouched(Value.Text text) {
        return UNTOUCHED.contains(text.path().name());
    }
}
