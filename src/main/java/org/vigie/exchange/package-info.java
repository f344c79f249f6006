/**
 * What is said between a client, Vigie and a provider: the wire formats ({@link org.vigie.exchange.Dialect}), a request read
 * in its own ({@link org.vigie.exchange.ModelRequest}), the events of an answer, token usage, and the byte-exact view of
 * JSON that everything rests on ({@link org.vigie.exchange.JsonDocument}). Bytes are kept, not re-serialised. Never opens a
 * socket and never decides.
 */
@NullMarked
package org.vigie.exchange;

import org.jspecify.annotations.NullMarked;
