package org.vigie.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many findings of each type a text holds, without a word of the text: all that policy, audit and the caller's
 * response header may know of it.
 *
 * @param byType finding type (a name of {@code design/contracts.md}, as {@code EMAIL}) to its count, at least one
 */
public record FindingSummary(Map<String, Integer> byType) {
    private static final String MARKING = "MARKING";

    public static final FindingSummary NONE = new FindingSummary(Map.of());

    public FindingSummary {
        byType = Collections.unmodifiableMap(new TreeMap<>(byType));
    }

    /**
     * How many of them are replaced before a text leaves: all but markings, which whoever receives it should know of.
     */
    public Map<String, Integer> replaced() {
        Map<String, Integer> replaced = new TreeMap<>(byType);
        replaced.remove(MARKING);
        return Collections.unmodifiableMap(replaced);
    }

    public boolean isEmpty() {
        return byType.isEmpty();
    }

    public int total() {
        return byType.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The value of {@code x-vigie-findings}: {@code EMAIL=2,PERSON=1}. */
    public String headerValue() {
        return byType.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(","));
    }
}
