package org.vigie.detection;

/**
 * Segments of HL7 version 2 messages, which hospitals exchange: {@code PID|1||884120||DURAND^ODILE||19540217|F}. Which
 * fields hold persons is fixed by the standard (chapters 2A and 3): XPN starts with the surname and the given name, XCN
 * with an identifier before them; DG1 and AL1 tell diagnoses and allergies.
 */
final class Hl7Reader {
    private Hl7Reader() {}

    /** Reads a line if it is a segment; whether it was. */
    static boolean read(String text, int start, int end, Layout layout) {
        if (end - start < 8 || text.charAt(start + 3) != '|') return false;
        for (int i = start; i < start + 3; i++) {
            char c = text.charAt(i);
            if (!(c >= 'A' && c <= 'Z') && !(i > start && Characters.isDigit(c))) return false;
        }
        String segment = text.substring(start, start + 3);
        int field = 0;
        for (int at = start; at <= end; field++) {
            int stop = text.indexOf('|', at, end);
            if (stop < 0) stop = end;
            if (stop > at) field(text, segment, field, at, stop, layout);
            at = stop + 1;
        }
        return true;
    }

    private static void field(String text, String segment, int field, int start, int end, Layout layout) {
        boolean person = switch (segment) {
            case "PID" -> field == 5 || field == 6 || field == 9;
            case "NK1" -> field == 2 || field == 30;
            case "GT1" -> field == 3;
            case "IN1" -> field == 16;
            default -> false;
        };
        boolean special = segment.equals("DG1") && (field == 3 || field == 4) || segment.equals("AL1") && field == 3;
        if (special) layout.addField(Label.SPECIAL, start, end, true);
        else if (person) components(text, start, end, 0, layout);
        else if (segment.equals("PID") && field == 7) layout.addField(Label.BIRTH_DATE, start, end, true);
        else if (segment.equals("PID") && field == 11) layout.addField(Label.ADDRESS, start, end, true);
        else if (!segment.equals("MSH")) components(text, start, end, 1, layout);
    }

    /** The surname and the given name, behind so many components; an identifier, if one is skipped, has a digit. */
    private static void components(String text, int start, int end, int skipped, Layout layout) {
        int from = start;
        for (int i = 0; i < skipped; i++) {
            int caret = text.indexOf('^', from, end);
            if (caret <= from || !Characters.isDigit(text.charAt(caret - 1))) return;
            from = caret + 1;
        }
        int first = text.indexOf('^', from, end);
        if (skipped > 0 && (first < 0 || !isLetters(text, from, first))) return;
        if (first < 0) {
            layout.addField(Label.FULL_NAME, from, end, true);
            return;
        }
        int second = text.indexOf('^', first + 1, end);
        if (second < 0) second = end;
        if (skipped > 0 && !isLetters(text, first + 1, second)) return;
        layout.addField(Label.SURNAME, from, first, true);
        layout.addField(Label.GIVEN_NAME, first + 1, second, true);
    }

    private static boolean isLetters(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (!Characters.isLetter(c) && !Characters.isSpace(c) && !Characters.isHyphen(c)) return false;
        }
        return end - start > 1;
    }
}
