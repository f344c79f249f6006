package org.vigie.traffic;

import org.vigie.audit.Outcome;

/**
 * What sums are kept apart by.
 *
 * @param route the model that clients named, empty when it was none of ours
 * @param target {@code provider/model}, empty where nothing was sent
 */
record Line(String route, String target, Outcome outcome) {
    static Line of(Passage passage) {
        return new Line(passage.route(), passage.target().orElse(""), passage.outcome());
    }
}
