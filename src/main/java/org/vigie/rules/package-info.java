/**
 * What is in force, for people: the matrix and its change, decisions and their effects, why a request is answered as it
 * is. Decides nothing itself: {@code policy} does.
 */
@NullMarked
package org.vigie.rules;

import org.jspecify.annotations.NullMarked;
