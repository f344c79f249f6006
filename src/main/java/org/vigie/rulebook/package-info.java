/**
 * The firm's rules as one document that it keeps in a repository: written out, compared with what stands, and put into
 * force as a whole. Each module says by a {@link org.vigie.rulebook.Section} what of it stands in the document; this one
 * knows none of them. It never holds a secret, and what the document leaves out it leaves alone.
 */
@NullMarked
package org.vigie.rulebook;

import org.jspecify.annotations.NullMarked;
