package org.vigie.architecturefixture.right;

import org.vigie.architecturefixture.left.Left;

/** Needs {@link Left}, which needs it. */
public record Right(Left left) {}
