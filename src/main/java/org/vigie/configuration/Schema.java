package org.vigie.configuration;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.configuration.VigieConfiguration.RouteTarget;
import org.vigie.kernel.Secret;

/** What the records of the configuration say about its keys: their names, their nesting, their lists. */
final class Schema {
    private Schema() {}

    /**
     * Every key that takes a value, in the records' order.
     *
     * @return paths as {@code providers[].models[].id} and {@code routes[].targets[]}
     */
    static List<String> keys(Class<?> root) {
        return keys("", root).toList();
    }

    private static Stream<String> keys(String path, Type type) {
        Type inner = inner(type);
        if (isList(type)) {
            return keys(path + "[]", inner);
        }
        return inner instanceof Class<?> record && isSection(record)
                ? components(record).stream()
                        .flatMap(component -> keys(child(path, component.getName()), component.getGenericType()))
                : Stream.of(path);
    }

    static List<RecordComponent> components(Class<?> record) {
        return Arrays.asList(record.getRecordComponents());
    }

    static List<String> names(Class<?> record) {
        return components(record).stream().map(RecordComponent::getName).toList();
    }

    /** A secret is a record too, but its key takes a text. */
    static boolean isSection(Class<?> type) {
        return type.isRecord() && type != Secret.class;
    }

    /** The key of a section that may be written as that key's value alone. */
    static Optional<String> shorthand(Class<?> section) {
        return section == RouteTarget.class ? Optional.of("target") : Optional.empty();
    }

    static boolean isList(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == List.class;
    }

    static boolean isOptional(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
    }

    /** What is in the list or the optional; any other type itself. */
    static Type inner(Type type) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
    }

    static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** {@code providers[0].id} to {@code providers[].id}. */
    static String withoutIndices(String path) {
        return path.replaceAll("\\[\\d+]", "[]");
    }
}
