/**
 * What answers: any OpenAI-compatible endpoint, Anthropic's messages, a model in a file of our own, and the built-in
 * extractive engine of an installation without a model. A client's dialect that a provider does not speak is translated on the way.
 * Accepts only a {@link org.vigie.shield.ClearedPrompt}; never sees what stood behind a placeholder, never retries.
 */
@NullMarked
package org.vigie.provider;

import org.jspecify.annotations.NullMarked;
