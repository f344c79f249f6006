package org.vigie.detection;

import java.util.Optional;

/**
 * The digits that stand from an offset on, in groups divided by one separator each, up to {@value #LIMIT} digits: what
 * all recognisers of printed numbers read. In seventh place an {@code A} or {@code B} behind a {@code 2} counts as a
 * digit: the departments of Corsica in a NIR.
 */
final class DigitSequence {
    /** One more than the longest number that is recognised (RIB). */
    private static final int LIMIT = 24;

    private final String text;
    private final int start;
    private final StringBuilder digits = new StringBuilder(LIMIT);
    private final int[] groupSizes = new int[LIMIT];
    private final int[] groupEnds = new int[LIMIT];
    private int groups;

    private DigitSequence(String text, int start) {
        this.text = text;
        this.start = start;
    }

    static DigitSequence at(String text, int start) {
        DigitSequence sequence = new DigitSequence(text, start);
        int next = start;
        do {
            next = sequence.readGroup(next);
        } while (next >= 0);
        return sequence;
    }

    /** Reads a group and returns where the next one starts, negative when there is none. */
    private int readGroup(int from) {
        int at = from;
        while (digits.length() < LIMIT && isDigitHere(at)) digits.append(text.charAt(at++));
        if (digits.length() == LIMIT) return -1;
        groupSizes[groups] = at - from;
        groupEnds[groups++] = at;
        boolean another =
                Characters.isGroupSeparator(Characters.at(text, at)) && Characters.isDigit(Characters.at(text, at + 1));
        return another ? at + 1 : -1;
    }

    private boolean isDigitHere(int at) {
        char c = Characters.at(text, at);
        if (Characters.isDigit(c)) return true;
        boolean corsica = c == 'A' || c == 'B' || c == 'a' || c == 'b';
        return corsica && digits.length() == 6 && digits.charAt(5) == '2' && Characters.at(text, at - 1) == '2';
    }

    /** What stands behind a group, all kinds of spaces being the same. */
    private char separatorBehind(int group) {
        char c = Characters.at(text, groupEnds[group]);
        return Characters.isSpace(c) ? ' ' : c;
    }

    String text() {
        return text;
    }

    int start() {
        return start;
    }

    /** How many digits were read; more than the longest number means that it is none. */
    int length() {
        return digits.length();
    }

    /** The first digits, Corsican letters in upper case. */
    String first(int count) {
        return digits.substring(0, count).toUpperCase(java.util.Locale.ROOT);
    }

    boolean startsWith(String prefix) {
        return digits.length() >= prefix.length()
                && digits.substring(0, prefix.length()).equals(prefix);
    }

    /** The first {@code count} digits as a candidate, if a group ends there and nothing is glued to it. */
    Optional<Candidate> candidate(int count) {
        int sum = 0;
        for (int g = 0; g < groups && sum <= count; g++) {
            sum += groupSizes[g];
            if (sum == count && endsCleanly(groupEnds[g])) return Optional.of(new Candidate(this, count, g + 1));
        }
        return Optional.empty();
    }

    private boolean endsCleanly(int end) {
        char next = Characters.at(text, end);
        if (Characters.isAlphanumeric(next) || next == '_' || next == '@') return false;
        return !((next == ',' || next == '.' || next == '-') && Characters.isDigit(Characters.at(text, end + 1)));
    }

    /**
     * The first digits of a sequence, taken for one number.
     *
     * @param count how many digits
     * @param groupCount in how many groups
     */
    record Candidate(DigitSequence sequence, int count, int groupCount) {
        int start() {
            return sequence.start;
        }

        int end() {
            return sequence.groupEnds[groupCount - 1];
        }

        String digits() {
            return sequence.first(count);
        }

        boolean isNumeric() {
            return count < 7 || Characters.isDigit(sequence.digits.charAt(6));
        }

        boolean isCompact() {
            return groupCount == 1;
        }

        boolean isGrouped(int... sizes) {
            if (sizes.length != groupCount) return false;
            for (int g = 0; g < groupCount; g++) {
                if (sequence.groupSizes[g] != sizes[g]) return false;
            }
            return true;
        }

        /** Whether a separator stands somewhere behind the first {@code digits} digits. */
        boolean isGroupedAfter(int digits) {
            int sum = 0;
            for (int g = 0; g + 1 < groupCount; g++) {
                sum += sequence.groupSizes[g];
                if (sum > digits) return true;
            }
            return false;
        }

        /** How many groups go on behind it with the same size and the same separator: a list of numbers. */
        int groupsGoingOn() {
            int more = 0;
            while (groupCount + more < sequence.groups
                    && sequence.groupSizes[groupCount + more] == sequence.groupSizes[0]
                    && sequence.separatorBehind(groupCount + more - 1) == sequence.separatorBehind(0)) {
                more++;
            }
            return more;
        }

        boolean isUniform() {
            for (int g = 1; g + 1 < groupCount; g++) {
                if (sequence.separatorBehind(g) != sequence.separatorBehind(0)) return false;
            }
            return true;
        }

        Context context() {
            return new Context(sequence.text, start(), end());
        }

        Finding finding(FindingType type, double confidence, String rule) {
            return new Finding(type, start(), end(), confidence, rule);
        }
    }
}
