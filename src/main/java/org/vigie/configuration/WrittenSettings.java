package org.vigie.configuration;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;

/**
 * Parts of a configuration as paths and values, to be compared: {@code providers.interne.zone=INTERNAL}. Without secrets
 * and without the places of files, which may differ from machine to machine.
 */
public final class WrittenSettings {
    private WrittenSettings() {}

    /** Providers by their ids, routes by their models. */
    public static Map<String, String> ofModels(VigieConfiguration configuration) {
        Map<String, String> settings = new TreeMap<>();
        configuration.providers().forEach(provider -> put(settings, "providers." + provider.id(), provider));
        configuration.routes().forEach(route -> put(settings, "routes." + route.model(), route));
        return settings;
    }

    private static void put(Map<String, String> settings, String path, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Secret _, Path _ -> {}
            case Optional<?> optional -> optional.ifPresent(inner -> put(settings, path, inner));
            case Collection<?> items -> {
                int index = 0;
                for (Object item : items) put(settings, path + "." + name(item, index++), item);
            }
            case Record record -> {
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    put(settings, path + "." + component.getName(), value(record, component));
                }
            }
            default -> settings.put(path, value.toString());
        }
    }

    private static String name(Object item, int index) {
        return item instanceof VigieConfiguration.Model model ? model.id() : Integer.toString(index);
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }
}
