package org.vigie.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.configuration.ConfigurationFile;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.store.DataDirectory;
import picocli.CommandLine.Option;

/** Which instance a command is about. */
final class InstanceOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory; default $XDG_DATA_HOME/vigie, else ~/.local/share/vigie.")
    private @Nullable Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration; default DIR/vigie.yaml.")
    private @Nullable Path config;

    /** The data directory that was chosen, created when absent. */
    DataDirectory openDirectory(boolean demo) {
        return DataDirectory.open(path(demo));
    }

    /** The same without touching it. */
    DataDirectory directory() {
        return new DataDirectory(path(false));
    }

    VigieConfiguration configuration(DataDirectory directory) {
        return ConfigurationFile.load(configurationFile(directory), config != null, System.getenv());
    }

    Path configurationFile(DataDirectory directory) {
        return config == null ? directory.configFile() : config;
    }

    private Path path(boolean demo) {
        return data == null ? defaultPath(System.getenv(), demo) : data;
    }

    /** As the XDG base directory specification places a user's data. */
    static Path defaultPath(Map<String, String> environment, boolean demo) {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        Path base = Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                .filter(text -> text.startsWith("/"))
                .map(Path::of)
                .orElse(Path.of(home, ".local", "share"));
        return base.resolve(demo ? "vigie-demo" : "vigie");
    }
}
