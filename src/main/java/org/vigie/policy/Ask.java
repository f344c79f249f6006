package org.vigie.policy;

import java.util.Optional;

/**
 * What a caller asks for, before the content is read.
 *
 * @param model the name that the client uses
 * @param mission the code of {@code X-Vigie-Mission}
 * @param useCase the code of {@code X-Vigie-Use-Case}
 */
public record Ask(String model, Optional<String> mission, Optional<String> useCase) {}
