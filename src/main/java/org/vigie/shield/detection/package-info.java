/**
 * Finds personal data, secrets and protective markings in a text: {@link org.vigie.shield.detection.Detector} is where to
 * start. Each family of things has a recogniser of its own, woken by a word, a sign or digits; none uses
 * {@code java.util.regex}.
 */
@NullMarked
package org.vigie.shield.detection;

import org.jspecify.annotations.NullMarked;
