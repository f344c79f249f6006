/**
 * Whether what an answer says stands in the passages that it was given: figures, amounts, dates, references, names,
 * addresses and quotations are found in the answer, and each is looked for. Knows no HTTP, no database, no model.
 */
@NullMarked
package org.vigie.verification;

import org.jspecify.annotations.NullMarked;
