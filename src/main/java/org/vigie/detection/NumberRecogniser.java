package org.vigie.detection;

import java.util.Optional;

/** Knows one family of printed numbers. Implementations are without state. */
interface NumberRecogniser {
    /** The number of this family that starts where the sequence starts. */
    Optional<Finding> find(DigitSequence sequence);
}
