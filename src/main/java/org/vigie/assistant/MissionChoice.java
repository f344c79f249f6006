package org.vigie.assistant;

/** A mission that one may ask in. @param name what its members call it */
record MissionChoice(String code, String name) {}
