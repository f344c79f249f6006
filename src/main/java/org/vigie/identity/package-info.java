/**
 * People, teams, roles, sessions and API keys; who may do what ({@link org.vigie.identity.Caller}). Never knows HTTP,
 * pages or the gateway.
 */
@NullMarked
package org.vigie.identity;

import org.jspecify.annotations.NullMarked;
