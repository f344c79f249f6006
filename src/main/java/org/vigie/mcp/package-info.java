/**
 * The tools that Vigie offers to programs that speak the Model Context Protocol, at {@code /mcp} (Streamable HTTP). The
 * protocol is the extension's; the door is guarded like every other, by the same keys. A tool only ever calls what exists
 * elsewhere.
 */
@NullMarked
package org.vigie.mcp;

import org.jspecify.annotations.NullMarked;
