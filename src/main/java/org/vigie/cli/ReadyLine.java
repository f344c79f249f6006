package org.vigie.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs once the server takes requests: says so, and waits for the end. */
public final class ReadyLine implements QuarkusApplication {
    @Override
    public int run(String... args) {
        Signals.serving();
        Launch.current().demo().ifPresent(demo -> demo.reachableAt(URI.create(url())));
        System.out.println("Vigie ready: " + url());
        System.out.flush();
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
