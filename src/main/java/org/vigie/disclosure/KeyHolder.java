package org.vigie.disclosure;

import java.util.UUID;

/** Somebody who gives, or may give, a key. */
record KeyHolder(UUID person, Capacity capacity) {}
