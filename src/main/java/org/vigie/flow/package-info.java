/**
 * The chat exchange, read top to bottom in {@link org.vigie.flow.ChatFlow}: start reading here. Whoever wants an answer
 * from a model, the gateway or the assistant, comes through it. Never speaks HTTP to a client.
 */
@NullMarked
package org.vigie.flow;

import org.jspecify.annotations.NullMarked;
