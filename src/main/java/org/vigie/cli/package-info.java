/**
 * The commands of {@code ./vigie}. {@code start} reads the configuration, starts or reaches the database, migrates it,
 * and hands over to Quarkus; the other commands never boot it. English words, exit codes 0 (done), 1 (the job failed),
 * 2 (wrong use); what a program reads goes to standard output, everything else to standard error.
 */
@NullMarked
package org.vigie.cli;

import org.jspecify.annotations.NullMarked;
