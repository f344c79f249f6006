package org.vigie.exchange;

import java.util.Set;
import org.vigie.exchange.JsonDocument.Value;

/** Pictures in base64 or as addresses, and the prompt that the model made of the client's; in one piece. */
final class ImagesAnswer implements WholeAnswer {
    private static final Set<String> UNTOUCHED = Set.of("b64_json", "url");

    @Override
    public boolean untouched(Value.Text text) {
        return UNTOUCHED.contains(text.path().name());
    }
}
