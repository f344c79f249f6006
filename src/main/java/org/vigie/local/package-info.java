/**
 * A language model in a GGUF file of the organisation's own: {@link org.vigie.local.LocalModels} has a child process of
 * ours serve each, which may crash in native code or be killed without harm to the server, and
 * {@link org.vigie.local.LocalModel} is what one asks. It knows no provider, person or dialect, opens no connection,
 * keeps no text beyond the exchange but as the numbers of the context in the child's memory, and writes none to a log.
 */
@NullMarked
package org.vigie.local;

import org.jspecify.annotations.NullMarked;
