/**
 * A second opinion on what the shield could not tell: a token-classification model in ONNX that the organisation itself
 * supplies, asked only about undecided sentences and only for so long ({@link org.vigie.opinion.SecondOpinion}). It can
 * add findings, never take one away; where it is late, broken or absent, the shield goes on without it, and
 * {@link org.vigie.opinion.OpinionState} says so. It runs in this process: it sends nothing, keeps no text and logs none.
 */
@NullMarked
package org.vigie.opinion;

import org.jspecify.annotations.NullMarked;
