package org.vigie.detection;

import org.jspecify.annotations.Nullable;

/** Questions about the place at which a possible name stands: its line, its sentence, the cells beside it. */
final class NameSurroundings {
    private static final int WIDEST_PREFIX = 24;
    private static final int WIDEST_SENTENCE = 240;

    private final String text;
    private final NameLists lists;

    NameSurroundings(String text, NameLists lists) {
        this.text = text;
        this.lists = lists;
    }

    /** Whether what stands before is no part of an address, a path, an identifier. */
    boolean isFree(int at) {
        char before = Characters.at(text, at - 1);
        return switch (before) {
            case '_', '/', '\\', '#', '$', '~', '%' -> false;
            case '.', '-', '=', '&', '+', '@' -> !Characters.isAlphanumeric(Characters.at(text, at - 2));
            default -> true;
        };
    }

    /** All of a string in quotes: « new Person("Alice", "Durand") ». */
    boolean isLiteral(int start, int end) {
        char quote = Characters.at(text, start - 1);
        return (quote == '"' || quote == '\'') && Characters.at(text, end) == quote;
    }

    /** Whether a string in quotes starts before, with words between: a sentence within data. */
    boolean isInSentence(int start) {
        int spaces = 0;
        for (int at = start - 1; at > start - WIDEST_SENTENCE && at >= 0; at--) {
            char c = text.charAt(at);
            if (c == ' ') spaces++;
            else if (c == '"') return spaces > 1 && Characters.isLetter(text.charAt(at + 1));
            else if (c == '\n') return false;
        }
        return false;
    }

    /** A surname's cell before a first name's, in data without heads: « Traoré;Moussa;… », « 'Traoré', 'Moussa' ». */
    boolean isBesideFirstName(int end) {
        char quote = Characters.at(text, end);
        boolean quoted = quote == '\'' || quote == '"';
        char separator = Characters.at(text, quoted ? end + 1 : end);
        if (!isSeparator(separator)) return false;
        int cell = quoted ? end + 2 : end + 1;
        if (quoted && Characters.at(text, cell) == ' ') cell++;
        if (quoted && Characters.at(text, cell++) != quote) return false;
        if (!Character.isUpperCase(Characters.at(text, cell))) return false;
        NameWord next = NameWord.at(text, cell, lists);
        return next != null
                && (next.first() > 5 || next.first() > 1 && next.word() == 0 && next.known())
                && Characters.at(text, next.end()) == (quoted ? quote : separator);
    }

    /** A first name's cell behind a surname's that was found. */
    boolean isBesidePerson(int start, int lastEnd) {
        if (lastEnd == 0 || start - lastEnd < 1 || start - lastEnd > 4) return false;
        char c = text.charAt(lastEnd);
        if (start - lastEnd == 1) return isSeparator(c) && c != ',';
        return (c == '\'' || c == '"') && isSeparator(text.charAt(lastEnd + 1));
    }

    private static boolean isSeparator(char c) {
        return c == ';' || c == '|' || c == '\t' || c == ',' || c == '^';
    }

    /** Whether two offsets are parted by no more than a comma or a word that lists: « Sophie, Karim et Ngo ». */
    boolean isListed(int lastEnd, int start) {
        return switch (start - lastEnd) {
            case 2 ->
                text.startsWith(", ", lastEnd) || text.startsWith("; ", lastEnd) || text.startsWith(" ,", lastEnd);
            case 3 -> text.startsWith(" / ", lastEnd) || text.startsWith(" & ", lastEnd);
            case 4 -> text.startsWith(" et ", lastEnd) || text.startsWith(" ou ", lastEnd);
            case 5 -> text.startsWith(", et ", lastEnd);
            case 6 -> text.startsWith(" et à ", lastEnd) || text.startsWith(" et d'", lastEnd);
            case 7 -> text.startsWith(" et de ", lastEnd);
            default -> false;
        };
    }

    /** Whether the line has next to no lower case: then capitals say nothing. */
    boolean isCapitalLine(int at) {
        int lower = 0;
        for (int i = at; i > at - 60 && i >= 0 && text.charAt(i) != '\n'; i--) {
            if (Character.isLowerCase(text.charAt(i)) && ++lower == 3) return false;
        }
        for (int i = at; i < at + 60 && i < text.length() && text.charAt(i) != '\n'; i++) {
            if (Character.isLowerCase(text.charAt(i)) && ++lower == 3) return false;
        }
        return true;
    }

    boolean isSentenceStart(int start) {
        int before = start - 1;
        while (before > start - 4 && isOpening(Characters.at(text, before))) before--;
        if (before < start - 1 && Characters.at(text, before) == '–' && Characters.at(text, before - 1) == ' ')
            return false;
        return switch (Characters.at(text, before)) {
            case '\n', '\r', '.', '!', '?', '…', '-', '*', '•', '–', '>', '|', ']' -> true;
            default -> false;
        };
    }

    private static boolean isOpening(char c) {
        return Characters.isSpace(c) || c == '«' || c == '"' || c == '(' || c == '“';
    }

    boolean isBehindColon(int start) {
        return Characters.at(text, start - 1) == ':' || Characters.at(text, start - 2) == ':';
    }

    /** « Sophie : d'accord », « [10:32] Karim: ok », « – Karim : congés », at the start of a line or between dashes. */
    boolean isSpeaker(int start, int end) {
        int colon = end;
        while (Characters.isSpace(Characters.at(text, colon)) && colon < end + 2) colon++;
        if (Characters.at(text, colon) != ':') return false;
        int before = start - 1;
        while (before > start - WIDEST_PREFIX) {
            char c = Characters.at(text, before);
            if (c == '\n' || c == '–') return true;
            if (Characters.isLetter(c)) return false;
            before--;
        }
        return false;
    }

    /** What ends a line of a list of things to do: « Relancer le devis – Sophie », « … → Sophie », « … (Sophie) ». */
    float ownership(int start, int end, int lastEnd) {
        int at = end;
        while (at < end + 3 && (Characters.isSpace(Characters.at(text, at)) || Characters.at(text, at) == '\r')) at++;
        if (Characters.at(text, start - 1) == '(') {
            boolean affiliation = lastEnd > 0 && start - lastEnd == 2; // « Sophie Durand (Solvaria) »
            return !affiliation && Characters.at(text, end) == ')' && isLineEnd(end + 1) ? 3 : 0;
        }
        if (Characters.at(text, at) != '\n' || Characters.at(text, start - 1) != ' ') return 0;
        char sign = Characters.at(text, start - 2);
        return sign == '→' || sign == '–' || sign == '—' || sign == '@' ? 3.5f : 0;
    }

    private boolean isLineEnd(int at) {
        int end = at;
        while (end < at + 3 && !Characters.isLineBreak(Characters.at(text, end))) {
            char c = Characters.at(text, end++);
            if (!Characters.isSpace(c) && c != '.' && c != ';' && c != ',') return false;
        }
        return Characters.isLineBreak(Characters.at(text, end));
    }

    /** The word in capitals or capitalised that stands at an offset, if a name word can. */
    @Nullable
    NameWord wordAt(int at) {
        return Character.isUpperCase(Characters.at(text, at)) ? NameWord.at(text, at, lists) : null;
    }
}
