package org.vigie.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.rulebook.Plan.Difference;

/** Says where two contents of one thing differ, path by path. */
final class Comparison {
    private Comparison() {}

    static List<Difference> of(Map<String, Object> before, Map<String, Object> after) {
        Map<String, String> old = new LinkedHashMap<>();
        Map<String, String> wanted = new LinkedHashMap<>();
        flatten("", before, old);
        flatten("", after, wanted);
        Set<String> paths = new LinkedHashSet<>(wanted.keySet());
        paths.addAll(old.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            String was = old.getOrDefault(path, "");
            String is = wanted.getOrDefault(path, "");
            if (!Objects.equals(was, is)) differences.add(new Difference(path, was, is));
        }
        return differences;
    }

    private static void flatten(String path, Object value, Map<String, String> flat) {
        switch (value) {
            case Map<?, ?> table ->
                table.forEach((key, inner) -> flatten(path.isEmpty() ? key.toString() : path + "." + key, inner, flat));
            case List<?> items ->
                flat.put(path, items.stream().map(String::valueOf).collect(Collectors.joining("\n")));
            default -> flat.put(path, value.toString());
        }
    }
}
