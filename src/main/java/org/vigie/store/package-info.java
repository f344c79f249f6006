/**
 * What the instance keeps and how it is reached: the data directory ({@link org.vigie.store.DataDirectory}), PostgreSQL
 * as a child process ({@link org.vigie.store.EmbeddedPostgres}) or by URL, migrations
 * ({@link org.vigie.store.Migrations}), the one {@code Jdbi}, notifications ({@link org.vigie.store.Listener}) and the
 * instance's keys ({@link org.vigie.store.InstanceKeys}, {@link org.vigie.store.Sealed}). Never knows what is stored:
 * each module has its own schema and its own {@code …Store}.
 */
@NullMarked
package org.vigie.store;

import org.jspecify.annotations.NullMarked;
