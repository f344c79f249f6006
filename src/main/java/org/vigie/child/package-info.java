/**
 * A process of ours beside the server, for what may hang, crash or be taken over: {@link org.vigie.child.ChildJvm} is its
 * command, started from the same jar, without a network where the system permits. It starts nothing itself, and knows
 * nothing of what the process does or of how one talks to it.
 */
@NullMarked
package org.vigie.child;

import org.jspecify.annotations.NullMarked;
