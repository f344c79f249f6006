/**
 * What every page shares: the layout ({@link org.vigie.web.Page}), the rooms ({@link org.vigie.web.Room}), how the
 * browser likes its pages, and who may pass. Knows people and nothing of what the rooms are about.
 */
@NullMarked
package org.vigie.web;

import org.jspecify.annotations.NullMarked;
