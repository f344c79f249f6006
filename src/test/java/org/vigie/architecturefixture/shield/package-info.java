/** Bad examples, which {@link org.vigie.ArchitectureTest} must report. */
@NullMarked
package org.vigie.architecturefixture.shield;

import org.jspecify.annotations.NullMarked;
