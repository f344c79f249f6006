package org.vigie.flow;

import java.util.List;
import java.util.Set;
import org.vigie.policy.Ruling;

/**
 * What is to become of an answer and of its traces.
 *
 * @param validations by whom the answer is to be validated before it is used
 * @param keepsWhatLeft whether a copy of exactly what left may be kept
 */
public record Handling(List<Validation> validations, boolean keepsWhatLeft) {
    static final Handling PLAIN = new Handling(List.of(), true);

    public Handling {
        validations = List.copyOf(validations);
    }

    /** @param by who, as it is shown; @param decision that asks for it */
    public record Validation(String by, String decision) {}

    static Handling of(Ruling ruling, Set<String> missions) {
        return new Handling(
                ruling.validations(missions).stream()
                        .map(effect -> new Validation(effect.rule().value(), effect.decision()))
                        .toList(),
                ruling.keepsWhatLeft(missions));
    }
}
