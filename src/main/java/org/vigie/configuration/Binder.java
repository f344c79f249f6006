package org.vigie.configuration;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives settings the types of the records. Where one is missing or wrong it is reported and a filler takes its place, so
 * that the rest can still be examined; {@link #sound} tells the checks which values are real.
 */
final class Binder {
    private final Values values;
    private final Faults faults;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Place> unsound = new HashMap<>();

    Binder(Values values, Faults faults) {
        this.values = values;
        this.faults = faults;
    }

    <T extends Record> T bind(Class<T> type, Setting.Section root) {
        return type.cast(section(type, root, ""));
    }

    /** Where the value of a path was written, or the nearest section around it. */
    Place placeOf(String path) {
        Place place = places.get(path);
        return place != null ? place : path.isEmpty() ? new Place("default", 0) : placeOf(parent(path));
    }

    /** Whether the value at a path, and everything around it, could be read. */
    boolean sound(String path) {
        return !unsound.containsKey(path) && (path.isEmpty() || sound(parent(path)));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    private Object section(Class<?> type, Setting.Section section, String path) {
        reportUnknownKeys(type, section);
        List<Object> components = new ArrayList<>();
        for (RecordComponent component : Schema.components(type)) {
            components.add(component(component, section, Schema.child(path, component.getName())));
        }
        return construct(type, components);
    }

    private void reportUnknownKeys(Class<?> type, Setting.Section section) {
        List<String> known = Schema.names(type);
        section.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                faults.add(entry.keyPlace(), "unknown key \"" + key + "\"" + Nearest.hint(key, known));
            }
        });
    }

    private Object component(RecordComponent component, Setting.Section section, String path) {
        Type type = component.getGenericType();
        Optional<Setting> setting =
                section.value(component.getName()).or(() -> Defaults.of(Schema.withoutIndices(path), section));
        if (setting.isPresent()) {
            Object value = value(Schema.isOptional(type) ? Schema.inner(type) : type, setting.get(), path);
            return Schema.isOptional(type) ? Optional.of(value) : value;
        }
        places.put(path, section.place());
        return absent(type, section, path);
    }

    private Object absent(Type type, Setting.Section section, String path) {
        if (type instanceof Class<?> plain && !Schema.isSection(plain)) {
            return unsound(path, section.place(), path + " is missing", type);
        }
        return type instanceof Class<?> record
                ? section(record, Setting.Section.empty(section.place()), path)
                : filler(type);
    }

    private Object value(Type type, Setting setting, String path) {
        places.put(path, setting.place());
        if (setting instanceof Setting.Unreadable) {
            unsound.put(path, setting.place());
            return filler(type);
        }
        if (Schema.isList(type)) {
            return setting instanceof Setting.Sequence list
                    ? items(Schema.inner(type), list, path)
                    : unsound(path, setting.place(), path + " takes a list", type);
        }
        Class<?> plain = (Class<?>) type;
        if (Schema.isSection(plain)) {
            return Schema.shorthand(plain).map(setting::expandedTo).orElse(setting) instanceof Setting.Section section
                    ? section(plain, section, path)
                    : unsound(
                            path,
                            setting.place(),
                            path + " takes keys: " + String.join(", ", Schema.names(plain)),
                            type);
        }
        return setting instanceof Setting.Scalar scalar
                ? scalar(plain, scalar, path)
                : unsound(path, setting.place(), path + " takes one value", type);
    }

    private List<Object> items(Type type, Setting.Sequence list, String path) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            items.add(value(type, list.items().get(i), path + "[" + i + "]"));
        }
        return List.copyOf(items);
    }

    private Object scalar(Class<?> type, Setting.Scalar scalar, String path) {
        return switch (values.read(type, scalar)) {
            case Values.Read(Object value) -> value;
            case Values.Refused(String reason) -> unsound(path, scalar.place(), path + " " + reason, type);
        };
    }

    private Object unsound(String path, Place place, String message, Type type) {
        unsound.put(path, place);
        faults.add(place, message);
        return filler(type);
    }

    private Object filler(Type type) {
        if (Schema.isOptional(type)) {
            return Optional.empty();
        }
        if (Schema.isList(type)) {
            return List.of();
        }
        Class<?> plain = (Class<?>) type;
        return Schema.isSection(plain)
                ? construct(
                        plain,
                        Schema.components(plain).stream()
                                .map(component -> filler(component.getGenericType()))
                                .toList())
                : values.filler(plain);
    }

    private static Object construct(Class<?> type, List<Object> components) {
        try {
            Class<?>[] types = Schema.components(type).stream()
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(components.toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " is not a plain record", impossible);
        }
    }
}
