package org.vigie.web;

import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * What a program sends, as the fields that a form would have posted: one reader checks both. A component of the body
 * that was not sent is a field that was not posted; {@code true} is a ticked box; a list is a field with several values.
 */
public final class ApiBody {
    private static final String VERSION = "version";

    private ApiBody() {}

    /** @throws ProblemException malformed, where there is no body */
    public static PostedFields fields(@Nullable Record body) {
        if (body == null) throw new ProblemException(new Problem.Malformed("body", "empty"));
        Map<String, List<String>> fields = new HashMap<>();
        put(fields, body, "");
        return new PostedFields(fields);
    }

    /** The same, with the version that {@code If-Match} names (RFC 9110 §13.1.1). */
    public static PostedFields fields(@Nullable Record body, RoutingContext request) {
        PostedFields sent = fields(body);
        Map<String, List<String>> fields = new HashMap<>(sent.values());
        Optional.ofNullable(request.request().getHeader("If-Match"))
                .map(tag -> tag.strip().replaceAll("^(W/)?\"|\"$", ""))
                .ifPresent(version -> fields.put(VERSION, List.of(version)));
        return new PostedFields(fields);
    }

    /** The version that was named; empty where none was, or none that is a number. */
    public static Optional<Integer> version(PostedFields sent) {
        String named = sent.text(VERSION);
        return named.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(named)) : Optional.empty();
    }

    private static void put(Map<String, List<String>> fields, Record body, String suffix) {
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            Object value = value(body, component);
            if (value instanceof Map<?, ?> named) {
                named.forEach((name, part) -> {
                    if (part instanceof Record inner) put(fields, inner, "." + name);
                });
            } else if (value != null) {
                fields.put(component.getName() + suffix, texts(value));
            }
        }
    }

    private static List<String> texts(Object value) {
        return switch (value) {
            case List<?> several -> several.stream().map(String::valueOf).toList();
            case Boolean ticked -> List.of(ticked ? "yes" : "");
            default -> List.of(value.toString());
        };
    }

    private static @Nullable Object value(Record body, RecordComponent component) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }
}
