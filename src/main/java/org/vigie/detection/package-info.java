/**
 * Finds personal data, secrets and protective markings in a text: start with {@link org.vigie.detection.Detector}. Each
 * family of things has a recogniser of its own, woken by a word, a sign or digits, that looks at a bounded window; none
 * uses {@code java.util.regex}. Text in, {@link org.vigie.detection.Finding}s out; never logs, never stores, never
 * calls anything; a fault is an exception that the caller must turn into a refusal.
 */
@NullMarked
package org.vigie.detection;

import org.jspecify.annotations.NullMarked;
