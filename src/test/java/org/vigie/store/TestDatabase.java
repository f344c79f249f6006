package org.vigie.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real, migrated database for one test class. All share one embedded server per JVM, which ends with it; nothing is
 * cleaned, each caller gets a new database.
 */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** A database of its own, at the newest migration. */
    public static Jdbi migrated() {
        return Store.jdbi(migratedAccess());
    }

    public static DatabaseAccess migratedAccess() {
        DatabaseAccess access = empty();
        Migrations.run(access);
        return access;
    }

    /** A database of its own without any schema. */
    public static DatabaseAccess empty() {
        try {
            return Server.POSTGRES.createDatabase(
                    "test_" + System.currentTimeMillis() + "_" + NUMBER.incrementAndGet());
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Hears what is announced in it. */
    public static Listener listener(DatabaseAccess access) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(access.url());
        dataSource.setUser(access.user());
        dataSource.setPassword(access.password().reveal());
        return new Listener(dataSource);
    }

    static EmbeddedPostgres server() {
        return Server.POSTGRES;
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(Path.of("target", "test-postgres"));
    }
}
