/**
 * Decisions compiled into one immutable, numbered snapshot, and what it allows: who may ask, and where a content may go.
 * So far the only source of decisions is the configuration. Never reads a content: it knows its data class and counts.
 */
@NullMarked
package org.vigie.policy;

import org.jspecify.annotations.NullMarked;
