/**
 * The charter that people sign before they use AI: its versions, its publication as a decision, the quiz, the
 * signatures, and who has signed as counts. {@link org.vigie.charter.Charter} is what it does. It writes policy effects
 * and never asks whether a request may pass; it counts no group of fewer than five people.
 */
@NullMarked
package org.vigie.charter;

import org.jspecify.annotations.NullMarked;
