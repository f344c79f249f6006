/**
 * What is said between a client, Vigie and a provider: the canonical chat request ({@link org.vigie.exchange.ChatRequest}),
 * the pieces of a reply, token usage, and the byte-exact view of JSON that everything rests on
 * ({@link org.vigie.exchange.JsonDocument}). The canonical form is the OpenAI chat-completions one; its bytes are kept,
 * not re-serialised. Never opens a socket and never decides.
 */
@NullMarked
package org.vigie.exchange;

import org.jspecify.annotations.NullMarked;
