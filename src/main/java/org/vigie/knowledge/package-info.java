/** What the organisation's documents say: passages, and the search for those that answer a question. */
@NullMarked
package org.vigie.knowledge;

import org.jspecify.annotations.NullMarked;
