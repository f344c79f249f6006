package org.vigie.charter;

/**
 * The text that is being written.
 *
 * @param revision counts its changes; 0 when nothing has been kept yet, and it is the text in force or the model
 */
record Draft(int revision, CharterText text) {}
