package org.vigie.opinion;

import java.util.List;
import org.vigie.opinion.Pieces.Piece;

/**
 * Cuts a sentence into the pieces of a model's vocabulary, each with its place in the sentence. Special tokens that a
 * text spells out ({@code </s>}) are words like any other.
 *
 * @param opening ids that stand before every sentence
 * @param closing ids that stand behind
 */
record Tokenizer(Normaliser normaliser, Words words, Pieces pieces, List<Integer> opening, List<Integer> closing) {
    /** A word longer than this is cut there, so that time stays linear. */
    static final int LONGEST_WORD = 100;

    /**
     * How words are told apart; a space always does.
     *
     * @param punctuation each sign is a word
     * @param digits each digit is a word
     * @param ideographs each Chinese character is a word
     * @param mark what stands before a word for its space, as {@code ▁}; empty for none
     * @param firstToo whether it stands before the first word too
     */
    record Words(boolean punctuation, boolean digits, boolean ideographs, String mark, boolean firstToo) {
        boolean isAlone(int point) {
            return punctuation && isPunctuation(point)
                    || digits && Character.isDigit(point)
                    || ideographs && Character.isIdeographic(point);
        }

        /** As BERT has it: also the signs of ASCII that Unicode calls symbols. */
        private static boolean isPunctuation(int point) {
            if (point < 128) return point > ' ' && point != 127 && !Character.isLetterOrDigit(point);
            return switch (Character.getType(point)) {
                case Character.CONNECTOR_PUNCTUATION,
                        Character.DASH_PUNCTUATION,
                        Character.START_PUNCTUATION,
                        Character.END_PUNCTUATION,
                        Character.INITIAL_QUOTE_PUNCTUATION,
                        Character.FINAL_QUOTE_PUNCTUATION,
                        Character.OTHER_PUNCTUATION -> true;
                default -> false;
            };
        }
    }

    /** @param most how many pieces the model takes; words beyond are left out, which {@link Tokens#isWhole} tells */
    Tokens encode(String sentence, int most) {
        Tokens tokens = new Tokens();
        opening.forEach(id -> tokens.add(id, Tokens.NOWHERE, Tokens.NOWHERE));
        new Cutting(sentence, tokens, most - closing.size()).run();
        closing.forEach(id -> tokens.add(id, Tokens.NOWHERE, Tokens.NOWHERE));
        return tokens;
    }

    /** One sentence on its way. */
    private final class Cutting {
        private final String sentence;
        private final Tokens tokens;
        private final int most;
        private final StringBuilder word = new StringBuilder();
        /** For each character of the word, where what it came from starts and ends. */
        private final int[] from = new int[4 * LONGEST_WORD];

        private final int[] to = new int[4 * LONGEST_WORD];
        private boolean behindSpace = true;
        private boolean first = true;

        Cutting(String sentence, Tokens tokens, int most) {
            this.sentence = sentence;
            this.tokens = tokens;
            this.most = most;
        }

        void run() {
            for (int at = 0; at < sentence.length() && tokens.isWhole(); ) {
                int end = characterEnd(at);
                String written = normaliser.apply(sentence.substring(at, end));
                for (int i = 0; i < written.length(); ) {
                    int point = written.codePointAt(i);
                    character(point, at, end);
                    i += Character.charCount(point);
                }
                at = end;
            }
            flush();
        }

        /** The end of a character and the accents that follow it; those behind a space stand alone. */
        private int characterEnd(int start) {
            int end = start + Character.charCount(sentence.codePointAt(start));
            if (Character.isWhitespace(sentence.charAt(start)) || Character.isSpaceChar(sentence.charAt(start)))
                return end;
            while (end < sentence.length()
                    && end - start < 16
                    && Character.getType(sentence.charAt(end)) == Character.NON_SPACING_MARK) {
                end++;
            }
            return end;
        }

        private void character(int point, int start, int end) {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                flush();
                behindSpace = true;
                return;
            }
            boolean alone = words.isAlone(point);
            if (alone || word.length() >= LONGEST_WORD) flush();
            if (word.isEmpty() && behindSpace) mark(start);
            int at = word.length();
            word.appendCodePoint(point);
            for (int i = at; i < word.length(); i++) {
                from[i] = start;
                to[i] = end;
            }
            behindSpace = false;
            if (alone) flush();
        }

        private void mark(int start) {
            boolean marked = words.firstToo() || !first;
            first = false;
            if (!marked) return;
            word.append(words.mark());
            for (int i = 0; i < word.length(); i++) {
                from[i] = start;
                to[i] = start;
            }
        }

        private void flush() {
            if (word.isEmpty()) return;
            List<Piece> cut = pieces.of(word.toString());
            if (tokens.size() + cut.size() > most) tokens.leaveRest();
            else for (Piece piece : cut) tokens.add(piece.id(), from[piece.start()], to[piece.end() - 1]);
            word.setLength(0);
        }
    }
}
