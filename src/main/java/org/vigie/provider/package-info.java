/**
 * What answers: any OpenAI-compatible endpoint, and the built-in extractive engine of an installation without a model.
 * Accepts only a {@link org.vigie.shield.ClearedPrompt}; never sees what stood behind a placeholder, never retries.
 */
@NullMarked
package org.vigie.provider;

import org.jspecify.annotations.NullMarked;
