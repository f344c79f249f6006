/**
 * What every room of the house shares: data classes, identifiers, secrets that do not print, and the one sealed
 * {@link org.vigie.kernel.Problem}. Knows no framework, no database and no HTTP.
 */
@NullMarked
package org.vigie.kernel;

import org.jspecify.annotations.NullMarked;
