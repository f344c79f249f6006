package org.vigie.assistant;

/**
 * A conversation that a search found.
 *
 * @param before what stands before the match, shortened
 * @param match the first word found, as it is written there; empty when only the title has it
 * @param after what stands behind the match, shortened
 */
record Hit(Conversation conversation, String before, String match, String after) {}
