package org.vigie.cli;

import org.jspecify.annotations.Nullable;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.kernel.Secret;
import org.vigie.store.DataDirectory;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.DirectoryLock;
import org.vigie.store.EmbeddedPostgres;
import org.vigie.store.StoreException;

/** The instance's database while a command needs it: external, of a running server, or started for the command. */
record Database(DatabaseAccess access, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

    /** For the server, which has the directory for itself. */
    static Database start(VigieConfiguration.Database configuration, DataDirectory directory) {
        if (!configuration.embedded()) return new Database(external(configuration), null);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.root());
        return new Database(postgres.access(), postgres);
    }

    /** For a command, beside a server or without one. */
    static Database reach(VigieConfiguration.Database configuration, DataDirectory directory) {
        if (configuration.embedded() && DirectoryLock.held(directory)) {
            return new Database(EmbeddedPostgres.accessOfRunning(directory), null);
        }
        return start(configuration, directory);
    }

    private static DatabaseAccess external(VigieConfiguration.Database configuration) {
        String user = configuration
                .user()
                .orElseThrow(() -> new StoreException("database.user is missing for " + configuration.url() + "."));
        return DatabaseAccess.external(
                configuration.url(), user, configuration.password().orElse(new Secret("")));
    }

    @Override
    public void close() {
        if (embedded != null) embedded.close();
    }
}
