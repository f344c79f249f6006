package org.vigie.exchange;

import org.vigie.exchange.JsonDocument.Value;

/** How heavy a request is where a provider does not say: the bytes of its text, from which tokens are estimated. */
public final class InputWeight {
    /**
     * How much of sound in base64 weighs as one byte of text. OpenAI's models read about ten tokens a second, and sound at
     * 32 kbit/s has about 5 300 bytes of base64 a second; at four bytes a token that is one in 133.
     */
    private static final int SOUND = 100;

    private InputWeight() {}

    /** @param leaving bytes of the body that leaves */
    public static long of(ModelRequest request, long leaving) {
        if (request.dialect() != Dialect.TRANSCRIPTION) return leaving;
        long sound = request.document().values().stream()
                .filter(value ->
                        value instanceof Value.Text && value.path().name().equals("file_data"))
                .mapToLong(value -> value.to() - value.from())
                .sum();
        return leaving - sound + sound / SOUND;
    }
}
