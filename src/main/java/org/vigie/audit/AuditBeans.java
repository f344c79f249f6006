package org.vigie.audit;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.vigie.store.DataDirectory;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.InstanceKeys;
import org.vigie.store.StoreException;

@Singleton
final class AuditBeans {
    @Produces
    @Singleton
    AuditLog log(Jdbi jdbi, DatabaseAccess database, DataDirectory directory, InstanceKeys keys) {
        try {
            return AuditLog.start(jdbi, database, directory.audit(), keys.signing());
        } catch (IOException | SQLException refused) {
            throw new StoreException("The audit cannot be written: " + refused.getMessage() + ".", refused);
        }
    }

    /** Being injected here starts it before the server takes requests. */
    void startWithTheServer(@Observes StartupEvent event, AuditLog log) {}

    void stop(@Disposes AuditLog log) {
        log.close();
    }
}
