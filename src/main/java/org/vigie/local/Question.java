package org.vigie.local;

import java.util.List;

/**
 * What a local model is asked.
 *
 * @param most tokens of the answer, at least 1; the context may end it earlier
 * @param stops texts before which the answer ends
 */
public record Question(List<Turn> turns, int most, Sampling sampling, List<String> stops) {
    public Question {
        turns = List.copyOf(turns);
        stops = List.copyOf(stops);
        if (most < 1) throw new IllegalArgumentException("an answer of " + most + " tokens");
    }

    /** @param role {@code system}, {@code user} or {@code assistant} */
    public record Turn(String role, String text) {}

    /**
     * How the next token is drawn, in OpenAI's terms.
     *
     * @param temperature 0 for the likeliest token each time
     */
    public record Sampling(float temperature, float topP, float presencePenalty, float frequencyPenalty, int seed) {}
}
