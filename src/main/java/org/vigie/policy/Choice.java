package org.vigie.policy;

import java.util.List;
import org.vigie.catalog.Target;

/**
 * Where a content may go.
 *
 * @param targets in order of preference, at least one
 * @param rerouted whether all targets that the route asks first were passed over because of the content
 */
public record Choice(List<Target> targets, boolean rerouted) {
    public Choice {
        targets = List.copyOf(targets);
    }
}
