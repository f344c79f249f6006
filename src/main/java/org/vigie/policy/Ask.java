package org.vigie.policy;

import java.util.Optional;
import org.vigie.identity.Caller;

/**
 * In what somebody asks.
 *
 * @param mission the code of {@code X-Vigie-Mission}, of the key or of the conversation
 * @param useCase the code of {@code X-Vigie-Use-Case} or of the key
 */
public record Ask(Optional<String> mission, Optional<String> useCase) {
    public static final Ask PLAIN = new Ask(Optional.empty(), Optional.empty());

    /** What the credential is bound to takes the place of what is asked for. */
    Ask boundBy(Caller.Credential credential) {
        return switch (credential) {
            case Caller.Credential.Session _ -> this;
            case Caller.Credential.Key key ->
                new Ask(
                        key.binding().mission().or(() -> mission),
                        key.binding().useCase().or(() -> useCase));
        };
    }
}
