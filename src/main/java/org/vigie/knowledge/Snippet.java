package org.vigie.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** A text with the words of a question marked, as the search compares them: by their stems, without accents. */
public record Snippet(List<Piece> pieces) {
    /** Characters that are shown of a passage, about. */
    private static final int LENGTH = 280;

    private static final Analyzer FRENCH = new FrenchAnalysis();

    /** @param marked whether it is one of the words that were searched for */
    public record Piece(String text, boolean marked) {}

    /** A word of the text that was searched for, by its first character and the one after its last. */
    private record Place(int start, int end) {}

    public Snippet {
        pieces = List.copyOf(pieces);
    }

    /** The part in which most of them stand. */
    static Snippet of(String text, String question) {
        List<Place> places = places(text, question);
        int start = begin(text, places);
        int end = text.length() <= start + LENGTH ? text.length() : wordEnd(text, start + LENGTH);
        return of(text, places, start, end);
    }

    /** All of the text. */
    static Snippet whole(String text, String question) {
        return of(text, places(text, question), 0, text.length());
    }

    /** All of the text, with one stretch marked. @param end excluded; what does not lie in the text marks nothing */
    static Snippet marking(String text, int start, int end) {
        boolean inside = start >= 0 && end > start && end <= text.length();
        return of(text, inside ? List.of(new Place(start, end)) : List.of(), 0, text.length());
    }

    private static Snippet of(String text, List<Place> places, int start, int end) {
        List<Piece> pieces = new ArrayList<>();
        int at = start;
        if (start > 0) pieces.add(new Piece("… ", false));
        for (Place place : places) {
            if (place.start() < at || place.end() > end) continue;
            if (place.start() > at) pieces.add(new Piece(text.substring(at, place.start()), false));
            pieces.add(new Piece(text.substring(place.start(), place.end()), true));
            at = place.end();
        }
        if (at < end) pieces.add(new Piece(text.substring(at, end), false));
        if (end < text.length()) pieces.add(new Piece("…", false));
        return new Snippet(pieces);
    }

    /** Where the window that holds most of the places begins: at a word. */
    private static int begin(String text, List<Place> places) {
        int best = 0;
        int most = 0;
        for (Place first : places) {
            long held = places.stream()
                    .filter(one -> one.start() >= first.start() && one.end() <= first.start() + LENGTH - 40)
                    .count();
            if (held > most) {
                most = (int) held;
                best = first.start();
            }
        }
        int wanted = best - 40;
        if (wanted <= 0 || text.length() <= LENGTH) return 0;
        int space = text.indexOf(' ', wanted);
        return space >= 0 && space < best ? space + 1 : best;
    }

    private static int wordEnd(String text, int wanted) {
        int space = text.lastIndexOf(' ', wanted);
        return space > wanted - 40 ? space : Character.isLowSurrogate(text.charAt(wanted)) ? wanted - 1 : wanted;
    }

    private static List<Place> places(String text, String question) {
        try {
            Set<String> words = PassageIndex.wordsOf(FRENCH, question);
            List<Place> places = new ArrayList<>();
            try (TokenStream stream = FRENCH.tokenStream("text", text)) {
                CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
                OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    if (words.contains(word.toString())) {
                        places.add(new Place(offset.startOffset(), offset.endOffset()));
                    }
                }
                stream.end();
            }
            return places;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
