package org.vigie.dictionary;

import java.time.Instant;
import java.util.UUID;
import org.vigie.detection.Dictionary.Entry;

/** An entry as it is kept. */
public record Term(UUID id, Entry entry, Instant addedAt) {}
