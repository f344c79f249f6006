package org.vigie.assistant;

/**
 * A mission that one may ask in.
 *
 * @param name what its members call it
 * @param decision the number of the last one about it
 */
record MissionChoice(String code, String name, String decision) {}
