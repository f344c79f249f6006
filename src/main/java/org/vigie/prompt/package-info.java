/** The library: requests that somebody wrote with care, with blanks to fill in, for oneself, a team or the firm. */
@NullMarked
package org.vigie.prompt;

import org.jspecify.annotations.NullMarked;
