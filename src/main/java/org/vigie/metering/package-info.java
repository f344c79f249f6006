/**
 * What an exchange costs ({@link org.vigie.metering.Meter}), and what a key, a person or a team may use: {@link
 * org.vigie.metering.Limits}, held by {@link org.vigie.metering.Reservations} before a request is sent and settled after
 * it; which thresholds of budgets were reached ({@link org.vigie.metering.Alerts}). Never reads a content, never asks a
 * provider anything.
 */
@NullMarked
package org.vigie.metering;

import org.jspecify.annotations.NullMarked;
