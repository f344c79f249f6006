package org.vigie.policy;

import java.util.List;
import org.vigie.catalog.Target;

/**
 * Where a content may go.
 *
 * @param targets in order of preference, at least one
 * @param rerouted whether the route's first target was passed over because of the content
 */
public record Choice(List<Target> targets, boolean rerouted) {
    public Choice {
        targets = List.copyOf(targets);
    }
}
