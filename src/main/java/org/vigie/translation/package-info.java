/**
 * Carries a request over into a provider's dialect and its answer back into the client's, where the two differ: pure
 * functions on JSON. {@link org.vigie.translation.Translation} is the only entry. Readers make one canonical prompt, answer or
 * step of a stream of each dialect, writers make a dialect of it, so that a further dialect needs a reader and a writer and
 * no further pair. What has no counterpart is dropped only where nothing is lost; else the request is refused by the name of
 * the field. Never opens a socket, never decides, and never sees what stands behind a placeholder.
 */
@NullMarked
package org.vigie.translation;

import org.jspecify.annotations.NullMarked;
