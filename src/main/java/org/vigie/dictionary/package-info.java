/**
 * The organisation's own terms, and the page on which the shield can be tried: {@link org.vigie.dictionary.Terms} holds
 * what the detector is taught, {@link org.vigie.dictionary.ShieldPage} shows what it finds in a text. A text that is
 * tried out is neither kept nor sent anywhere.
 */
@NullMarked
package org.vigie.dictionary;

import org.jspecify.annotations.NullMarked;
