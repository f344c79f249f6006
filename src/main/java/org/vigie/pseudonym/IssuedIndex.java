package org.vigie.pseudonym;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cores of one exchange, sorted, to be walked through character by character. */
final class IssuedIndex {
    private final String[] cores;
    private final Issued[] issued;
    private final Map<String, Issued> surrogates;
    private final int longestSurrogate;
    private final boolean[] firsts = new boolean[128];
    private final boolean persons;

    IssuedIndex(TreeMap<String, Issued> byCore, TreeMap<String, Issued> surrogates) {
        this.cores = byCore.keySet().toArray(String[]::new);
        this.issued = byCore.values().toArray(Issued[]::new);
        this.surrogates = Map.copyOf(surrogates);
        this.longestSurrogate =
                surrogates.keySet().stream().mapToInt(String::length).max().orElse(0);
        for (String core : cores) firsts[core.charAt(0)] = true;
        this.persons = byCore.keySet().stream().anyMatch(core -> core.startsWith("pers_"));
    }

    boolean isEmpty() {
        return cores.length == 0 && surrogates.isEmpty();
    }

    boolean hasPersons() {
        return persons;
    }

    boolean hasSurrogates() {
        return longestSurrogate > 0;
    }

    /** Whether a core starts with a character, folded. */
    boolean mayStartWith(char folded) {
        return folded != 0 && firsts[folded];
    }

    @Nullable
    Issued surrogate(String digits) {
        return surrogates.get(digits);
    }

    int longestSurrogate() {
        return longestSurrogate;
    }

    /** A walk along the cores: the range of those that begin with what was taken so far. */
    final class Walk {
        private int low;
        private int high = cores.length;
        private int depth;

        /** Takes the next character of a core; false when no core goes on so. */
        boolean take(char c) {
            int from = low;
            while (from < high && at(from) < c) from = skip(from, c);
            int to = from;
            while (to < high && at(to) == c) to++;
            low = from;
            high = to;
            depth++;
            return low < high;
        }

        /** Few cores are alike for long, so looking at each is as good as halving. */
        private int skip(int from, char c) {
            if (high - from < 16) return from + 1;
            int step = 1;
            while (from + step < high && at(from + step) < c) step *= 2;
            return from + Math.max(1, step / 2);
        }

        private char at(int core) {
            return depth < cores[core].length() ? cores[core].charAt(depth) : 0;
        }

        /** Whether a {@code _} must come next. */
        boolean awaitsSign() {
            return low < high && at(low) == '_';
        }

        /** The one that was walked through to its end. */
        @Nullable
        Issued complete() {
            return low < high && cores[low].length() == depth ? issued[low] : null;
        }
    }
}
