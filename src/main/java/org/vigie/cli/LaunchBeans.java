package org.vigie.cli;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.store.DataDirectory;
import org.vigie.store.DatabaseAccess;

@Singleton
final class LaunchBeans {
    @Produces
    @Singleton
    VigieConfiguration configuration() {
        return Launch.current().configuration();
    }

    @Produces
    @Singleton
    DataDirectory directory() {
        return Launch.current().directory();
    }

    /** By which what is decided begins and ends. */
    @Produces
    @Singleton
    Clock clock() {
        return Launch.current().clock();
    }

    @Produces
    @Singleton
    DatabaseAccess access() {
        return Launch.current().access();
    }
}
