/**
 * What must not leave is found ({@code detection}), replaced and brought back ({@code pseudonym}): here, for every string
 * of a request and of its answer. {@link org.vigie.shield.Shield} makes the {@link org.vigie.shield.ClearedPrompt}, which
 * is all that a provider accepts. Never calls anything; a fault refuses the request.
 */
@NullMarked
package org.vigie.shield;

import org.jspecify.annotations.NullMarked;
