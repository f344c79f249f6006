/**
 * Providers, models, routes, zones and prices: what can be reached, under which name, at which cost. Never calls a
 * provider and never decides who may use it.
 */
@NullMarked
package org.vigie.catalog;

import org.jspecify.annotations.NullMarked;
