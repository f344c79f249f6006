/**
 * What stands for a found value outside, and how the value comes back: {@link org.vigie.pseudonym.Issuance} gives
 * placeholders for one exchange within a {@link org.vigie.pseudonym.PlaceholderScope};
 * {@link org.vigie.pseudonym.StreamRestorer} puts the values back into a text that is cut anywhere. Never logs a value.
 */
@NullMarked
package org.vigie.pseudonym;

import org.jspecify.annotations.NullMarked;
