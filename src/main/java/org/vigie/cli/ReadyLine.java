package org.vigie.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.identity.Bootstrap;
import org.vigie.identity.FirstRun;
import org.vigie.showcase.Showcase;

/** Runs once the server takes requests: creates what the configuration asks for, says that it is ready, and waits. */
public final class ReadyLine implements QuarkusApplication {
    private final Bootstrap bootstrap;
    private final FirstRun firstRun;
    private final VigieConfiguration configuration;
    private final Showcase showcase;

    @Inject
    ReadyLine(Bootstrap bootstrap, FirstRun firstRun, VigieConfiguration configuration, Showcase showcase) {
        this.bootstrap = bootstrap;
        this.firstRun = firstRun;
        this.configuration = configuration;
        this.showcase = showcase;
    }

    @Override
    public int run(String... args) {
        bootstrap.apply(configuration.bootstrap());
        boolean seeded = Launch.current().demo().isPresent() && showcase.seed();
        Signals.serving();
        Launch.current().demo().ifPresent(demo -> demo.reachableAt(URI.create(url())));
        System.out.println("Vigie ready: " + url());
        firstRun.code()
                .ifPresent(code -> System.out.println("First run: create the administrator at " + url()
                        + "/first-run with the one-time code " + code));
        if (Launch.current().clock() instanceof TrialClock) {
            System.out.println("Trial clock: this instance is not at the time of the machine. Never for production.");
        }
        System.out.flush();
        if (seeded) showcase.converse();
        Quarkus.waitForExit();
        return 0;
    }

    /** Where this machine reaches the server; Quarkus puts the real port where 0 was asked for. */
    static String url() {
        String host = Launch.current().configuration().server().host();
        String reachable = switch (host) {
            case "0.0.0.0", "127.0.0.1" -> "127.0.0.1";
            case "::", "::1" -> "[::1]";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
        return "http://" + reachable + ":" + ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    }
}
