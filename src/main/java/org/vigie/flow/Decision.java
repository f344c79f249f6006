package org.vigie.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.catalog.Target;
import org.vigie.kernel.FindingSummary;

/**
 * What was decided about one exchange, as its response headers and its record tell it.
 *
 * @param target where it goes, empty when it was refused
 * @param snapshot the policy snapshot that it runs under
 * @param cache what the cache had to say
 * @param handling what is to become of its answer
 */
public record Decision(
        UUID exchange,
        boolean refused,
        boolean rerouted,
        boolean pseudonymised,
        FindingSummary findings,
        Optional<Target> target,
        String snapshot,
        Cache cache,
        Handling handling) {

    /** Whether an answer of before was looked for, and found. */
    public enum Cache {
        OFF,
        MISS,
        HIT
    }

    /** The value of {@code x-vigie-decision}. */
    public String verdict() {
        if (refused) return "refused";
        List<String> words = new ArrayList<>();
        if (rerouted) words.add("rerouted");
        if (pseudonymised) words.add("pseudonymised");
        return words.isEmpty() ? "allowed" : String.join(",", words);
    }
}
