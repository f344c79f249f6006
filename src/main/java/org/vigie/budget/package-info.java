/**
 * Budgets for people: {@link org.vigie.budget.Budgets} in force, set and withdrawn by decisions, and who is told when one
 * runs out ({@link org.vigie.budget.AlertWatch}). What a person has spent is shown to that person alone, and what a group
 * of fewer than five has spent to nobody to the cent.
 */
@NullMarked
package org.vigie.budget;

import org.jspecify.annotations.NullMarked;
