package org.vigie.opinion;

import java.util.ArrayList;
import java.util.List;
import org.vigie.detection.Examination.Undecided;

/** What a model is shown of a text: the sentence of an undecided place, at most so much of it on either side. */
record Sentence(int start, int end) {
    private static final int BEFORE = 200;
    private static final int LONGEST = 400;

    /** Of every undecided place, in the text's order and not overlapping. */
    static List<Sentence> of(String text, List<Undecided> undecided) {
        List<Sentence> sentences = new ArrayList<>();
        int done = 0;
        for (Undecided place : undecided) {
            if (place.end() <= done) continue;
            int start = start(text, Math.max(done, place.start()), done);
            int end = end(text, Math.max(place.end(), start), start);
            sentences.add(new Sentence(start, end));
            done = end;
        }
        return sentences;
    }

    private static int start(String text, int place, int done) {
        int first = Math.max(done, place - BEFORE);
        int start = place;
        while (start > first && !endsAt(text, start - 1)) start--;
        return beginning(text, start, place);
    }

    private static int end(String text, int place, int start) {
        int last = Math.min(text.length(), Math.max(place, start + LONGEST));
        int end = place;
        while (end < last && !endsAt(text, end)) end++;
        if (end < last && text.charAt(end) != '\n') end++;
        return beginning(text, end, last);
    }

    /** Not between the two halves of a character. */
    private static int beginning(String text, int at, int last) {
        boolean cut = at < last
                && at > 0
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
        return cut ? at + 1 : at;
    }

    private static boolean endsAt(String text, int at) {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r') return true;
        if (c != '.' && c != '!' && c != '?' && c != '…') return false;
        // « M. Durand », « J. Petit »: the point of an abbreviation ends nothing.
        boolean spaced = at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
        return spaced && at > 1 && Character.isLetterOrDigit(text.charAt(at - 2));
    }
}
