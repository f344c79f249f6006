/**
 * What an exchange cost: tokens into euros. Never asks a provider anything; budgets and limits will live here.
 */
@NullMarked
package org.vigie.metering;

import org.jspecify.annotations.NullMarked;
