/**
 * Missions for clients and what each client agrees to: {@link org.vigie.mission.Missions} keeps them and turns every
 * change into a decision with its effects, so that the gateway answers accordingly. Never decides on a request itself,
 * and never reads a content.
 */
@NullMarked
package org.vigie.mission;

import org.jspecify.annotations.NullMarked;
