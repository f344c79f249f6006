package org.vigie.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.demo.Demo;
import org.vigie.store.DataDirectory;
import org.vigie.store.DatabaseAccess;

/** What {@code start} found out before the container exists, for the beans that it offers there. */
record Launch(
        VigieConfiguration configuration,
        DataDirectory directory,
        DatabaseAccess access,
        Optional<Demo> demo,
        Clock clock) {
    private static final AtomicReference<Launch> CURRENT = new AtomicReference<>();

    /** Tells Quarkus by system properties, the only thing that it reads before its beans exist. */
    void handOver() {
        CURRENT.set(this);
        VigieConfiguration.Server server = configuration.server();
        System.setProperty("quarkus.http.port", Integer.toString(server.port()));
        System.setProperty("quarkus.http.host", server.host());
        // The gateway counts for itself, to answer in its own words; this is the last limit behind it.
        System.setProperty("quarkus.http.limits.max-body-size", 4 * server.maxBodyMiB() + "M");
        // Not in the system's directory for temporary files, which it shares with others.
        System.setProperty(
                "quarkus.http.body.uploads-directory", directory.emptyUploads().toString());
        System.setProperty("quarkus.datasource.jdbc.url", access.url());
        System.setProperty("quarkus.datasource.username", access.user());
        System.setProperty("quarkus.datasource.password", access.password().reveal());
        System.setProperty("vigie.demo", Boolean.toString(demo.isPresent()));
    }

    static Launch current() {
        Launch launch = CURRENT.get();
        if (launch == null) throw new IllegalStateException("not started by a command");
        return launch;
    }
}
