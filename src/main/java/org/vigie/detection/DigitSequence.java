package org.vigie.detection;

import java.util.Optional;

/**
 * The digits that stand from an offset on, in groups divided by separators, up to {@value #LIMIT} digits: what all
 * recognisers of printed numbers read. A separator is one sign, spaces around it, two spaces, or one line break. In
 * seventh place an {@code A} or {@code B} behind a {@code 2} counts as a digit: the departments of Corsica in a NIR.
 */
final class DigitSequence {
    /** One more than the longest number that is recognised (RIB). */
    private static final int LIMIT = 24;

    private static final int LONGEST_INDENT = 8;
    private static final int LINE_WINDOW = 100;

    private final String text;
    private final int start;
    private final Context.Before before;
    /** Corsican letters in upper case. */
    private final char[] digits = new char[LIMIT];

    private int length;
    private final int[] groupSizes = new int[LIMIT];
    private final int[] groupEnds = new int[LIMIT];
    /** What stands behind each group: a sign, {@code ' '} for spaces of all kinds, {@code '\n'} for a line break. */
    private final char[] separators = new char[LIMIT];

    /** How many groups hold so many digits; 0 where no group ends. */
    private final int[] groupEndingAt = new int[LIMIT];

    private int groups;
    private boolean broken;

    private DigitSequence(String text, int start) {
        this.text = text;
        this.start = start;
        this.before = new Context.Before(text, start);
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
        while (length < LIMIT && isDigitHere(at)) digits[length++] = Characters.upper(text.charAt(at++));
        if (length == LIMIT) return -1;
        groupSizes[groups] = at - from;
        groupEnds[groups++] = at;
        groupEndingAt[length] = groups;
        int next = behindSeparator(at);
        return Characters.isDigit(Characters.at(text, next)) ? next : -1;
    }

    /** Where the separator at an offset ends, and notes its kind; negative when there is none. */
    private int behindSeparator(int at) {
        char first = Characters.at(text, at);
        separators[groups - 1] = Characters.isSpace(first) ? ' ' : first;
        if (Characters.isGroupSeparator(first) && Characters.isDigit(Characters.at(text, at + 1))) return at + 1;
        int next = at;
        while (next < at + 2 && Characters.isSpace(Characters.at(text, next))) next++;
        char sign = Characters.at(text, next);
        if (next > at && Characters.isDigit(sign)) return next;
        if (sign == '\n' || sign == '\r') return behindLineBreak(next);
        if (!Characters.isGroupSeparator(sign)) return -1;
        separators[groups - 1] = sign;
        next++;
        return Characters.isSpace(Characters.at(text, next)) ? next + 1 : next;
    }

    /** One line break only, with an indent or the sign of a quoted mail behind it: more would be a column. */
    private int behindLineBreak(int at) {
        if (broken || at >= text.length()) return -1;
        int next = text.startsWith("\r\n", at) ? at + 2 : at + 1;
        int limit = next + LONGEST_INDENT;
        while (next < limit && (Characters.isSpace(Characters.at(text, next)) || Characters.at(text, next) == '>'))
            next++;
        if (!Characters.isDigit(Characters.at(text, next))) return -1;
        broken = true;
        separators[groups - 1] = '\n';
        return next;
    }

    private boolean isDigitHere(int at) {
        char c = Characters.at(text, at);
        if (Characters.isDigit(c)) return true;
        boolean corsica = c == 'A' || c == 'B' || c == 'a' || c == 'b';
        return corsica && length == 6 && digits[5] == '2' && Characters.at(text, at - 1) == '2';
    }

    String text() {
        return text;
    }

    int start() {
        return start;
    }

    /** How many digits were read; more than the longest number means that it is none. */
    int length() {
        return length;
    }

    /** The digit at a place, which there is. */
    char digit(int place) {
        return digits[place];
    }

    /** The first digits, of which there are so many. */
    String first(int count) {
        return new String(digits, 0, count);
    }

    boolean startsWith(String prefix) {
        if (length < prefix.length()) return false;
        for (int i = 0; i < prefix.length(); i++) {
            if (digits[i] != prefix.charAt(i)) return false;
        }
        return true;
    }

    /** Whether one of the words says right before what the digits are. */
    boolean isLabelled(Cues cues) {
        return new Context(before, start).isLabelled(cues);
    }

    /** The first {@code count} digits as a candidate, if a group ends there and nothing is glued to it. */
    Optional<Candidate> candidate(int count) {
        int group = count < groupEndingAt.length ? groupEndingAt[count] : 0;
        return group > 0 && endsCleanly(groupEnds[group - 1])
                ? Optional.of(new Candidate(this, count, group))
                : Optional.empty();
    }

    private boolean endsCleanly(int end) {
        char next = Characters.at(text, end);
        if (Characters.isAlphanumeric(next) || next == '_' || next == '@') return false;
        if (!Characters.isDigit(Characters.at(text, end + 1))) return true;
        return next == ',' ? isCellComma(text, end) : next != '.' && next != '-';
    }

    /** Whether a comma between digits divides the cells of a line, as two more without a space behind them tell. */
    static boolean isCellComma(String text, int comma) {
        int others = 0;
        for (int i = comma - 1; i >= 0 && i > comma - LINE_WINDOW && text.charAt(i) != '\n'; i--) {
            if (text.charAt(i) == ',' && !Characters.isSpace(text.charAt(i + 1))) others++;
        }
        for (int i = comma + 1; i + 1 < text.length() && i < comma + LINE_WINDOW && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == ',' && !Characters.isSpace(text.charAt(i + 1))) others++;
        }
        return others >= 2;
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
            return count < 7 || Characters.isDigit(sequence.digits[6]);
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
                    && sequence.separators[groupCount + more - 1] == sequence.separators[0]) {
                more++;
            }
            return more;
        }

        /** Whether the same separator stands between all groups; one of them may be a line break. */
        boolean isUniform() {
            char kind = sequence.separators[0] == '\n' ? sequence.separators[1] : sequence.separators[0];
            for (int g = 0; g + 1 < groupCount; g++) {
                if (sequence.separators[g] != kind && sequence.separators[g] != '\n') return false;
            }
            return true;
        }

        /** Whether a line break stands within it and nothing else divides it: mostly two numbers of a column. */
        boolean isTwoLines() {
            return groupCount == 2 && sequence.separators[0] == '\n';
        }

        boolean isBroken() {
            for (int g = 0; g + 1 < groupCount; g++) {
                if (sequence.separators[g] == '\n') return true;
            }
            return false;
        }

        Context context() {
            return new Context(sequence.before, end());
        }

        Finding finding(FindingType type, double confidence, String rule) {
            return new Finding(type, start(), end(), confidence, rule);
        }
    }
}
