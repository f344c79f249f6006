/** The uses that the firm makes of AI, each with its owner, its testers and its limits; a use case gives keys of its own. */
@NullMarked
package org.vigie.usecase;

import org.jspecify.annotations.NullMarked;
