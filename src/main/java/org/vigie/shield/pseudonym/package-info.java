/**
 * What stands for a found value outside, and how the value comes back: placeholders, their scope, their restoration in a
 * stream that is cut anywhere.
 */
@NullMarked
package org.vigie.shield.pseudonym;

import org.jspecify.annotations.NullMarked;
