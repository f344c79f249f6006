package org.vigie.audit;

import java.util.Optional;
import java.util.UUID;

/** @param seq of the entry that opened it */
record OpenExchange(UUID exchange, Optional<UUID> person, long seq) {}
