package org.vigie.architecturefixture.left;

import org.vigie.architecturefixture.right.Right;

/** Needs {@link Right}, which needs it. */
public record Left(Right right) {}
