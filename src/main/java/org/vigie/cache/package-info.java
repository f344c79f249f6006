/**
 * Answers of before, for the same request of the same caller under the same rules, where the configuration asks for it.
 * Holds what a provider sent, placeholders included, in memory alone: values are put back for whoever asks, out of their
 * own request. Never compares what is similar (docs/adr/0007-no-semantic-cache.md).
 */
@NullMarked
package org.vigie.cache;

import org.jspecify.annotations.NullMarked;
