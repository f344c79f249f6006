package org.vigie.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.vigie.store.InstanceKeys;
import org.vigie.store.Sealed;

/** What a prompt says, as the database keeps it: JSON, sealed, bound to its prompt and version. */
final class PromptSeal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sealed sealed;

    PromptSeal(InstanceKeys keys) {
        this.sealed = new Sealed(keys.derive("library/prompts"));
    }

    byte[] seal(Prompt prompt) {
        try {
            return sealed.seal(JSON.writeValueAsBytes(prompt.content()), context(prompt.id(), prompt.version()));
        } catch (JsonProcessingException recordsAreWritten) {
            throw new UncheckedIOException(recordsAreWritten);
        }
    }

    Content open(byte[] content, UUID id, int version) {
        try {
            return JSON.readValue(sealed.open(content, context(id, version)), Content.class);
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }

    private static String context(UUID id, int version) {
        return "prompt/" + id + "/" + version;
    }
}
