/**
 * Who is asked next: {@link org.vigie.routing.Routing} gives an exchange its {@link org.vigie.routing.Itinerary} over the
 * targets that policy allows, by order, weight and {@link org.vigie.routing.TargetHealth}. Knows nothing of contents,
 * never sends anything, and never adds a target.
 */
@NullMarked
package org.vigie.routing;

import org.jspecify.annotations.NullMarked;
