package org.vigie.configuration;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays {@code VIGIE_…} variables over what the file says. A name is the key's path in upper case, {@code _} between
 * levels, camelCase undivided, a list's index as a number: {@code VIGIE_PROVIDERS_0_BASEURL}. Their values are taken
 * as they are, without substitution.
 */
final class EnvironmentNames {
    private static final String PREFIX = "VIGIE_";
    private static final Pattern INDEX = Pattern.compile("\\d{1,4}");
    private static final Pattern INDEX_TOKEN = Pattern.compile("(?<=_)\\d+(?=_|$)");

    private sealed interface Step {
        /** @param shorthand the key that a single value in this place stands for */
        record Key(String name, Optional<String> shorthand) implements Step {}

        record Index(int value) implements Step {}
    }

    private record Assignment(String variable, List<Step> steps, String value) {
        Place place() {
            return new Place(variable, 0);
        }
    }

    private final Class<?> root;
    private final Faults faults;

    EnvironmentNames(Class<?> root, Faults faults) {
        this.root = root;
        this.faults = faults;
    }

    /** {@code providers[].baseUrl} to {@code VIGIE_PROVIDERS_N_BASEURL}. */
    static String nameOf(String key) {
        return PREFIX
                + key.replace("[]", "_N")
                        .replaceAll("\\[(\\d+)]", "_$1")
                        .replace('.', '_')
                        .toUpperCase(Locale.ROOT);
    }

    /** @param referenced variables that the file names itself, and which may therefore be called anything */
    Setting.Section over(Setting.Section file, Map<String, String> environment, Set<String> referenced) {
        Setting result = file;
        for (Assignment assignment : assignments(environment, referenced)) {
            result = put(Optional.of(result), assignment.steps(), assignment);
        }
        return (Setting.Section) result;
    }

    /** In the order of their indices, so that a list is filled from its start. */
    private List<Assignment> assignments(Map<String, String> environment, Set<String> referenced) {
        List<Assignment> assignments = new ArrayList<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(PREFIX)) {
                List<String> tokens =
                        List.of(variable.substring(PREFIX.length()).split("_", -1));
                resolve(root, tokens)
                        .ifPresentOrElse(
                                steps -> assignments.add(new Assignment(variable, steps, value)),
                                () -> judgeUnknown(variable, tokens, referenced));
            }
        });
        assignments.sort(Comparator.comparing((Assignment assignment) -> sortKey(assignment.variable())));
        return assignments;
    }

    private static String sortKey(String variable) {
        return INDEX_TOKEN.matcher(variable).replaceAll(index -> "%5s".formatted(index.group()));
    }

    private Optional<List<Step>> resolve(Type type, List<String> tokens) {
        Type inner = Schema.inner(type);
        if (Schema.isList(type)) {
            return !tokens.isEmpty() && INDEX.matcher(tokens.getFirst()).matches()
                    ? after(new Step.Index(Integer.parseInt(tokens.getFirst())), inner, tokens)
                    : Optional.empty();
        }
        if (!(inner instanceof Class<?> section && Schema.isSection(section))) {
            return tokens.isEmpty() ? Optional.of(List.of()) : Optional.empty();
        }
        Optional<String> shorthand = Schema.shorthand(section);
        if (tokens.isEmpty()) return shorthand.map(key -> List.of(new Step.Key(key, shorthand)));
        return Schema.components(section).stream()
                .filter(component ->
                        component.getName().toUpperCase(Locale.ROOT).equals(tokens.getFirst()))
                .findFirst()
                .flatMap(component ->
                        after(new Step.Key(component.getName(), shorthand), component.getGenericType(), tokens));
    }

    private Optional<List<Step>> after(Step first, Type type, List<String> tokens) {
        return resolve(type, tokens.subList(1, tokens.size())).map(rest -> {
            List<Step> steps = new ArrayList<>(List.of(first));
            steps.addAll(rest);
            return steps;
        });
    }

    /** Other programs may use the prefix too, so that only what looks like one of our sections is a fault. */
    private void judgeUnknown(String variable, List<String> tokens, Set<String> referenced) {
        boolean ours =
                Schema.names(root).stream().anyMatch(section -> Nearest.distance(section, tokens.getFirst()) <= 1);
        if (ours && !referenced.contains(variable)) {
            faults.add(new Place(variable, 0), "unknown variable; did you mean " + nearest(variable) + "?");
        }
    }

    private String nearest(String variable) {
        List<String> names =
                Schema.keys(root).stream().map(EnvironmentNames::nameOf).toList();
        String found =
                Nearest.to(INDEX_TOKEN.matcher(variable).replaceAll("N"), names).orElseThrow();
        Matcher indices = INDEX_TOKEN.matcher(variable);
        while (indices.find()) {
            found = found.replaceFirst("(?<=_)N(?=_|$)", indices.group());
        }
        return found;
    }

    private Setting put(Optional<Setting> at, List<Step> steps, Assignment assignment) {
        if (steps.isEmpty()) {
            return new Setting.Scalar(assignment.value(), false, assignment.place());
        }
        List<Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case Step.Key(String name, Optional<String> shorthand) -> {
                Setting written = at.orElseGet(() -> Setting.Section.empty(assignment.place()));
                Setting here = shorthand.map(written::expandedTo).orElse(written);
                yield here instanceof Setting.Section section
                        ? section.with(
                                name, keyPlace(section, name, assignment), put(section.value(name), rest, assignment))
                        : here;
            }
            case Step.Index(int index) -> {
                Setting here = at.orElseGet(() -> new Setting.Sequence(List.of(), assignment.place()));
                yield here instanceof Setting.Sequence list ? putAt(list, index, rest, assignment) : here;
            }
        };
    }

    private static Place keyPlace(Setting.Section section, String name, Assignment assignment) {
        Setting.Section.Entry written = section.entries().get(name);
        return written == null ? assignment.place() : written.keyPlace();
    }

    private Setting putAt(Setting.Sequence list, int index, List<Step> rest, Assignment assignment) {
        int size = list.items().size();
        if (index > size) {
            faults.add(assignment.place(), "the list has " + size + " entries, so that the next one is number " + size);
            return list;
        }
        Optional<Setting> item = index < size ? Optional.of(list.items().get(index)) : Optional.empty();
        return list.with(index, put(item, rest, assignment));
    }
}
