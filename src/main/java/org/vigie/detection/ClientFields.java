package org.vigie.detection;

/** Clients that a field, a list or a column names: « Client : X », « Clients concernés :\n- X\n- Y ». */
final class ClientFields {
    private ClientFields() {}

    /** « Client : X », « Nom du client : X », {@code "client": "X"}. The field holds the name and nothing else. */
    static boolean labelled(String text, int start, int end, Findings findings) {
        int at = end;
        boolean colon = false;
        boolean quoted = false;
        for (int i = 0; i < 30; i++, at++) {
            char c = Characters.at(text, at);
            if ((c == ':' || c == '=') && !colon) colon = true;
            else if (colon && isQuote(c)) quoted = true;
            else if (Characters.isAlphanumeric(c)) {
                if (colon) break;
                int wordEnd = Characters.wordEnd(text, at, ClientRecogniser.LONGEST_WORD);
                if (!ClientRecogniser.BETWEEN.has(text, at, wordEnd) && !Characters.isFolded(text, at, wordEnd, "nom"))
                    return false;
                at = wordEnd - 1;
            } else if (!Characters.isSpace(c) && c != '*' && c != '_' && !isQuote(c) && c != '(' && c != ')')
                return false;
        }
        if (!colon) return false;
        int nameEnd = CompanyName.end(text, at);
        if (nameEnd < 0) return false;
        char next = Characters.at(text, nameEnd);
        char second = Characters.at(text, nameEnd + 1);
        boolean closed = quoted
                ? isQuote(next) || (Characters.isSpace(next) && isQuote(second))
                : endsField(next, second) && !isCode(text, start, next);
        if (!closed) return false;
        ClientRecogniser.add(at, nameEnd, findings);
        return true;
    }

    private static boolean endsField(char next, char second) {
        if (Characters.isLineBreak(next) || next == ',' || next == ';' || next == '|' || next == '<' || next == '(')
            return true;
        if (next == '*' || next == ')' || next == '!' || next == '/' || next == '\t') return true;
        if (next == '.') return !Characters.isAlphanumeric(second);
        return Characters.isSpace(next)
                && (second == '-'
                        || second == '/'
                        || second == '–'
                        || second == '—'
                        || second == '('
                        || second == '|'
                        || Characters.isSpace(second));
    }

    /** {@code client: Socket;} declares a variable. */
    private static boolean isCode(String text, int start, char next) {
        return Character.isLowerCase(text.charAt(start)) && (next == ';' || next == '(' || next == '.' || next == '<');
    }

    /** « Clients concernés :\n- X\n- Y » and « Clients : X, Y, Z ». */
    static boolean items(String text, int end, Findings findings) {
        int colon = end;
        while (colon < end + 50
                && (Characters.isAlphanumeric(Characters.at(text, colon)) || isLabelSign(Characters.at(text, colon))))
            colon++;
        if (Characters.at(text, colon) != ':') return false;
        int at = colon + 1;
        boolean found = false;
        for (int items = 0; items < ClientRecogniser.MOST_ITEMS; items++) {
            int item = itemStart(text, at);
            if (item < 0) return found;
            int nameEnd = CompanyName.end(text, item);
            if (nameEnd < 0 || !endsField(Characters.at(text, nameEnd), Characters.at(text, nameEnd + 1))) return found;
            ClientRecogniser.add(item, nameEnd, findings);
            found = true;
            int lineEnd = nameEnd;
            while (lineEnd < nameEnd + 100
                    && !Characters.isLineBreak(Characters.at(text, lineEnd))
                    && Characters.at(text, lineEnd) != ',') lineEnd++;
            at = lineEnd;
        }
        return found;
    }

    private static boolean isLabelSign(char c) {
        return Characters.isSpace(c) || c == '\'' || c == '’' || c == '(' || c == ')' || c == '*' || c == '-';
    }

    private static int itemStart(String text, int at) {
        int start = at;
        while (start < at + 12 && start < text.length() && !Characters.isAlphanumeric(text.charAt(start))) start++;
        return start < text.length() && Character.isUpperCase(text.charAt(start)) ? start : -1;
    }

    static void cells(String text, int start, int end, Findings findings) {
        Columns.below(text, start, end, (cellStart, cellEnd) -> {
            if (cellStart == cellEnd) return true;
            if (ClientRecogniser.CLIENTS.has(text, cellStart, cellEnd) || !Characters.isLetter(text.charAt(cellStart)))
                return false;
            if (cellEnd - cellStart > 60) return false;
            ClientRecogniser.add(cellStart, cellEnd, findings);
            return true;
        });
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '«' || c == '»' || c == '“' || c == '”';
    }
}
