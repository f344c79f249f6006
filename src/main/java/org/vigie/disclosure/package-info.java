/**
 * Nominative traces: what one person asked of models in a period, read by two people only once both have given a key,
 * for a reason and a time, and told to the person. {@link org.vigie.disclosure.Disclosures} is what it does and
 * {@link org.vigie.disclosure.TwoKeys} who may give which key. It never shows a content, since the audit has none, adds
 * nothing up by person, and has no way of not telling the person.
 */
@NullMarked
package org.vigie.disclosure;

import org.jspecify.annotations.NullMarked;
