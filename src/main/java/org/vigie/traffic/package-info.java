/**
 * What passes through the gateway and the assistant, counted: meters for Prometheus, the last hour in memory, sums by hour
 * in the database, and the page « Passerelle ». Knows no person and no content. Counting never blocks an exchange and never
 * fails one; what is exact and complete is the audit.
 */
@NullMarked
package org.vigie.traffic;

import org.jspecify.annotations.NullMarked;
