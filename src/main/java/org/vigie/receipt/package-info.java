/**
 * What the record of one exchange says, for the person whose exchange it was: as a page and as JSON. Of nobody else's, and
 * never a word of what was said.
 */
@NullMarked
package org.vigie.receipt;

import org.jspecify.annotations.NullMarked;
