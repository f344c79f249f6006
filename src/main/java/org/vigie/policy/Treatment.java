package org.vigie.policy;

import java.util.Locale;

/** What becomes of a content of one data class on its way to one zone. */
public sealed interface Treatment {
    /** It may go there, even what of it cannot be masked; what the shield finds is masked all the same. */
    record Allow() implements Treatment {}

    /** Only once masked: what cannot be masked stays. */
    record Pseudonymise() implements Treatment {}

    record Refuse() implements Treatment {}

    /** Another model answers instead. @param model the name of its route */
    record Reroute(String model) implements Treatment {}

    /** As it is stored: {@code reroute:assistant-interne}. */
    default String code() {
        return switch (this) {
            case Allow _ -> "allow";
            case Pseudonymise _ -> "pseudonymise";
            case Refuse _ -> "refuse";
            case Reroute(String model) -> "reroute:" + model;
        };
    }

    /** @throws IllegalArgumentException when no treatment is called so */
    public static Treatment of(String code) {
        if (code.startsWith("reroute:") && code.length() > "reroute:".length()) {
            return new Reroute(code.substring("reroute:".length()));
        }
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "allow" -> new Allow();
            case "pseudonymise" -> new Pseudonymise();
            case "refuse" -> new Refuse();
            default -> throw new IllegalArgumentException("not a treatment");
        };
    }

    /** The smallest wins where two decisions fill the same cell. */
    default int leniency() {
        return switch (this) {
            case Refuse _ -> 0;
            case Reroute _ -> 1;
            case Pseudonymise _ -> 2;
            case Allow _ -> 3;
        };
    }
}
