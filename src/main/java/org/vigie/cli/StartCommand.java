package org.vigie.cli;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.configuration.WrittenSettings;
import org.vigie.demo.Demo;
import org.vigie.store.DataDirectory;
import org.vigie.store.DirectoryLock;
import org.vigie.store.MasterKeyCheck;
import org.vigie.store.Migrations;
import org.vigie.store.Replica;
import org.vigie.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "start",
        description = "Runs the server until Ctrl-C or SIGTERM. Prints \"Vigie ready: URL\" when it takes requests.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Option(names = "--port", description = "TCP port, 0 for any free one; default 8080.")
    private @Nullable Integer port;

    @Option(names = "--host", description = "Address to listen on; default 127.0.0.1.")
    private @Nullable String host;

    @Option(
            names = "--demo",
            description = "Seeds a fictitious firm and writes DIR/demo.json; default DIR: …/vigie-demo.")
    private boolean demo;

    @Option(names = "--demo-public", description = "Lets a demonstration listen on another host than loopback.")
    private boolean demoPublic;

    @Option(
            names = "--trial-clock",
            hidden = true,
            paramLabel = "FILE",
            description =
                    "For trials: time is ahead by what FILE says, as PT24H. The directory stays a trial for good.")
    private @Nullable Path trialClock;

    @Override
    public Integer call() {
        DataDirectory directory = instance.openDirectory(demo);
        return serve(directory, withOptions(instance.configuration(directory)));
    }

    /** A demonstration on a free port, for {@link TrainCommand}. */
    int rehearse(DataDirectory directory, VigieConfiguration configuration) {
        port = 0;
        demo = true;
        return serve(directory, withOptions(configuration));
    }

    private int serve(DataDirectory directory, VigieConfiguration configuration) {
        InetAddress address = address(configuration.server().host());
        requireDemonstration(directory, address);
        requireFreePort(address, configuration.server());
        Clock clock = clock(directory);
        try (DirectoryLock _ = DirectoryLock.of(directory)) {
            Unfinished.refuse(directory);
            Signals signals = Signals.install();
            if (!demo) return launch(signals, directory, configuration, Optional.empty(), clock);
            try (Demo demonstration = Demo.open(directory.demoFile(), configuration)) {
                return launch(signals, directory, demonstration.configuration(), Optional.of(demonstration), clock);
            }
        }
    }

    private Clock clock(DataDirectory directory) {
        if (trialClock != null) return TrialClock.of(trialClock, directory);
        TrialClock.refuse(directory);
        return Clock.systemUTC();
    }

    private static int launch(
            Signals signals,
            DataDirectory directory,
            VigieConfiguration configuration,
            Optional<Demo> demonstration,
            Clock clock) {
        try (Database database = Database.start(configuration.database(), directory)) {
            Migrations.run(database.access());
            MasterKeyCheck.run(database.access(), directory);
            Launch launch = new Launch(configuration, directory, database.access(), demonstration, clock);
            launch.handOver();
            // The embedded database is one process's alone.
            if (configuration.database().embedded()) return run(signals);
            try (Replica _ = Replica.join(database.access(), directory, WrittenSettings.ofModels(configuration))) {
                return run(signals);
            }
        }
    }

    /** Blocks until the server has stopped. */
    private static int run(Signals signals) {
        AtomicInteger exitCode = new AtomicInteger();
        Quarkus.run(ReadyLine.class, (code, fault) -> exitCode.set(fault == null ? code : 1));
        return signals.asked() ? 0 : exitCode.get();
    }

    private VigieConfiguration withOptions(VigieConfiguration read) {
        VigieConfiguration.Server server = read.server();
        return new VigieConfiguration(
                new VigieConfiguration.Server(
                        port == null ? server.port() : port,
                        host == null ? server.host() : host,
                        server.publicUrl(),
                        server.maxBodyMiB()),
                read.database(),
                read.providers(),
                read.routes(),
                read.limits(),
                read.cache(),
                read.shield(),
                read.bootstrap());
    }

    private void requireDemonstration(DataDirectory directory, InetAddress address) {
        Path marker = directory.root().resolve(".demonstration");
        boolean marked = Files.exists(marker);
        if (!demo && marked) {
            throw new StoreException("The data directory " + directory.root()
                    + " holds a demonstration. Start it with --demo, or choose another directory with --data DIR.");
        }
        if (!demo) return;
        if (!marked && directory.holdsData()) {
            throw new StoreException("The data directory " + directory.root()
                    + " holds something else than a demonstration. Choose an empty one with --data DIR.");
        }
        if (!address.isLoopbackAddress() && !demoPublic) {
            throw new StoreException("A demonstration has passwords that are easy to find, so it listens on loopback"
                    + " only. Add --demo-public if " + address.getHostAddress() + " is meant.");
        }
        mark(marker);
    }

    /** Before anything else is written, so that a demonstration that was cut short can start again. */
    private static void mark(Path marker) {
        try {
            if (!Files.exists(marker)) Files.createFile(marker);
        } catch (IOException refused) {
            throw new StoreException(marker + " cannot be written (" + refused.getMessage() + ").", refused);
        }
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new StoreException(
                    "The host " + host + " is unknown. Choose an address of this machine with --host.");
        }
    }

    /**
     * Quarkus would say it too, but after the database has started and in several lines. In dev mode a reload keeps the
     * socket of the run before.
     */
    private static void requireFreePort(InetAddress address, VigieConfiguration.Server server) {
        if (inDevelopment()) return;
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, server.port()));
        } catch (IllegalArgumentException outOfRange) {
            throw new StoreException("The port " + server.port() + " is not between 0 and 65535.", outOfRange);
        } catch (IOException refused) {
            throw new StoreException(
                    "Cannot listen on " + server.host() + ":" + server.port() + " ("
                            + String.valueOf(refused.getMessage()).toLowerCase(java.util.Locale.ROOT)
                            + "). Choose another port with --port, or another address with --host.",
                    refused);
        }
    }

    /** In dev mode Maven's process owns the terminal, its signals and the end; {@code ./vigie dev} sets it. */
    static boolean inDevelopment() {
        return Boolean.getBoolean("vigie.dev");
    }
}
