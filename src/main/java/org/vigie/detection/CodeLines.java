package org.vigie.detection;

/** Tells lines of programs from lines of prose, by how they start and end. */
final class CodeLines {
    private static final WordSet STARTS = WordSet.of("""
            import from def class public private protected static final const let var function return package using
            namespace struct enum interface func fn select insert update delete create alter elif else try catch
            except throw raise async await export void int string boolean git docker kubectl npm sudo cd at
            """);

    private CodeLines() {}

    /** Whether the line whose first visible character stands at an offset is code. */
    static boolean isCode(String text, int first, int end) {
        int last = end - 1;
        while (last > first && (Characters.isSpace(text.charAt(last)) || text.charAt(last) == '\r')) last--;
        char ending = text.charAt(last);
        char opening = text.charAt(first);
        if (opening == '/' && Characters.at(text, first + 1) == '/') return true;
        if (opening == '@' && ending == ')' && text.indexOf('(', first, end) > 0) return true;
        boolean terminated = ending == ';' || ending == '{' || (ending == ')' && last > first + 1) || ending == '}';
        if (opening == '}' || opening == '{') return terminated || last == first;
        if (!Characters.isLetter(opening)) return false;
        int wordEnd = Characters.wordEnd(text, first);
        char next = Characters.at(text, wordEnd);
        if (terminated && (next == '(' || next == '.' || next == '_' || next == '[') && !isProse(text, first, end)) {
            return true;
        }
        if (wordEnd - first > 9 || Character.isUpperCase(opening) && ending != ';') return false;
        if (!STARTS.has(text, first, wordEnd)) return false;
        String word = Characters.fold(text, first, wordEnd);
        return terminated || ending == ':' || word.equals("import") || word.equals("package") || word.equals("const");
    }

    private static boolean isProse(String text, int first, int end) {
        int spaces = 0;
        for (int at = first; at < end && at < first + 60; at++) {
            if (text.charAt(at) == ' ') spaces++;
        }
        return spaces > 6;
    }
}
