/**
 * A file in, its text out, with places: {@link org.vigie.parsing.Parsing} has a child process read it, which may hang,
 * run out of memory or be killed without harm to us. {@link org.vigie.parsing.Archive} takes the files out of a zip. It
 * knows no document, person or database, keeps nothing, and never runs what a file holds nor fetches what it names.
 */
@NullMarked
package org.vigie.parsing;

import org.jspecify.annotations.NullMarked;
