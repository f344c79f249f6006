package org.vigie.configuration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads {@code vigie.yaml} and the environment, once, at the start. Its reference is {@code docs/configuration.md}. */
public final class ConfigurationFile {
    /** A configuration has a few kilobytes. */
    static final int LARGEST_BYTES = 1_048_576;

    private ConfigurationFile() {}

    /**
     * What the file says, the environment's {@code VIGIE_…} variables over it, the defaults below it.
     *
     * @param mustExist whether the operator named the file; else its absence means the defaults
     * @param environment as {@link System#getenv()}
     * @throws ConfigurationException with every problem found, when there is one
     */
    public static VigieConfiguration load(Path file, boolean mustExist, Map<String, String> environment) {
        Faults faults = new Faults();
        Place top = new Place(String.valueOf(file.getFileName()), 1);
        Substitution substitution = new Substitution(environment, faults);
        YamlText yaml = new YamlText(top.source(), substitution, faults);
        Optional<Setting> written = text(file, mustExist, faults).flatMap(yaml::read);
        stopOn(faults, written.isEmpty());
        if (!(written.orElseGet(() -> Setting.Section.empty(top)) instanceof Setting.Section section)) {
            faults.add(top, "the file must hold keys: " + String.join(", ", Schema.names(VigieConfiguration.class)));
            throw new ConfigurationException(faults.sorted());
        }
        Setting.Section all = new EnvironmentNames(VigieConfiguration.class, faults)
                .over(section, environment, substitution.referenced());
        Binder binder = new Binder(new Values(file.toAbsolutePath().resolveSibling("")), faults);
        VigieConfiguration configuration = binder.bind(VigieConfiguration.class, all);
        new Checks(configuration, binder, faults).run();
        stopOn(faults, true);
        return configuration;
    }

    private static void stopOn(Faults faults, boolean nothingMoreToFind) {
        if (nothingMoreToFind && !faults.none()) {
            throw new ConfigurationException(faults.sorted());
        }
    }

    private static Optional<String> text(Path file, boolean mustExist, Faults faults) {
        if (!mustExist && Files.notExists(file)) {
            return Optional.empty();
        }
        Place place = new Place(file.toString(), 0);
        try {
            if (Files.notExists(file)) {
                faults.add(place, "the file does not exist");
            } else if (Files.size(file) > LARGEST_BYTES) {
                faults.add(place, "the file is larger than 1 MiB");
            } else {
                return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (CharacterCodingException notUtf8) {
            faults.add(place, "the file is not UTF-8 text");
        } catch (IOException unreadable) {
            faults.add(place, "the file cannot be read; check that it is a file and who may read it");
        }
        return Optional.empty();
    }
}
