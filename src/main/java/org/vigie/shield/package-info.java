/**
 * What a text holds that must not leave, and how it is replaced and brought back. {@link org.vigie.shield.detection.Detector}
 * finds; {@link org.vigie.shield.pseudonym.Issuance} gives placeholders for one exchange within a
 * {@link org.vigie.shield.pseudonym.PlaceholderScope}; {@link org.vigie.shield.pseudonym.StreamRestorer} puts the values back into what a
 * model writes. Never logs, never stores, never calls anything: text in, text out, and a fault is an exception that the
 * caller must turn into a refusal.
 */
@NullMarked
package org.vigie.shield;

import org.jspecify.annotations.NullMarked;
