/**
 * A whole instance in one encrypted file and back ({@link org.vigie.backup.Backup}, {@link org.vigie.backup.Restore}):
 * database rows by {@code COPY}, since the embedded PostgreSQL brings no {@code pg_dump}, and keys, configuration and
 * audit checkpoints. Knows no module's tables: it takes every table of the schemas that the migrations made.
 */
@NullMarked
package org.vigie.backup;

import org.jspecify.annotations.NullMarked;
