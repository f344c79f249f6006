/**
 * What went wrong with generative AI: reports by anybody, their handling to the lessons, the clocks of who must be told,
 * and the kill switch. Start with {@code Incidents} and {@code Stops}. Never shows a handler whose report an anonymous
 * one is: that is not stored.
 */
@NullMarked
package org.vigie.incident;

import org.jspecify.annotations.NullMarked;
