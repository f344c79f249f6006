package org.vigie.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How a word is cut into the pieces that a model knows. Time grows with the word times a bounded length. */
sealed interface Pieces {
    /** One piece of a word, from one character of it to another. */
    record Piece(int id, int start, int end) {}

    List<Piece> of(String word);

    /**
     * BERT's: the longest known piece, again and again; a word of which some part is unknown is unknown as a whole
     * (Devlin et al. 2018; Hugging Face {@code tokenizers}, model {@code WordPiece}).
     *
     * @param continuing what stands before a piece within a word, as {@code ##}
     */
    record WordPiece(Map<String, Integer> ids, String continuing, int unknown, int longestWord) implements Pieces {
        @Override
        public List<Piece> of(String word) {
            List<Piece> pieces = new ArrayList<>(4);
            if (word.length() > longestWord) return List.of(new Piece(unknown, 0, word.length()));
            for (int start = 0; start < word.length(); ) {
                int end = word.length();
                Integer id = null;
                for (; end > start && id == null; end--) {
                    String piece = word.substring(start, end);
                    id = ids.get(start == 0 ? piece : continuing + piece);
                    if (id != null) break;
                }
                if (id == null) return List.of(new Piece(unknown, 0, word.length()));
                pieces.add(new Piece(id, start, end));
                start = end;
            }
            return pieces;
        }
    }

    /**
     * SentencePiece's, as CamemBERT and XLM-R use it: the most probable cut (Kudo 2018), by Viterbi. What no piece
     * covers is unknown, and unknown characters side by side are one piece.
     *
     * @param scores natural logarithms of the pieces' probabilities, by id
     * @param longest characters of the longest piece
     */
    record Unigram(Map<String, Integer> ids, float[] scores, float least, int longest, int unknown) implements Pieces {
        /** How much less probable than the rarest piece an unknown character is, as in SentencePiece. */
        private static final float PENALTY = 10;

        @Override
        public List<Piece> of(String word) {
            int length = word.length();
            float[] best = new float[length + 1];
            int[] from = new int[length + 1];
            int[] id = new int[length + 1];
            Arrays.fill(best, Float.NEGATIVE_INFINITY);
            best[0] = 0;
            for (int start = 0; start < length; start++) {
                if (best[start] == Float.NEGATIVE_INFINITY) continue;
                int one = start + Character.charCount(word.codePointAt(start));
                step(best, from, id, start, one, unknown, least - PENALTY);
                for (int end = start + 1; end <= Math.min(length, start + longest); end++) {
                    Integer known = ids.get(word.substring(start, end));
                    if (known != null) step(best, from, id, start, end, known, scores[known]);
                }
            }
            return path(length, from, id);
        }

        private static void step(float[] best, int[] from, int[] id, int start, int end, int piece, float score) {
            if (best[start] + score <= best[end]) return;
            best[end] = best[start] + score;
            from[end] = start;
            id[end] = piece;
        }

        private List<Piece> path(int length, int[] from, int[] id) {
            List<Piece> backwards = new ArrayList<>();
            for (int end = length; end > 0; end = from[end]) {
                Piece behind = backwards.isEmpty() ? null : backwards.getLast();
                if (behind != null && behind.id() == unknown && id[end] == unknown) {
                    backwards.set(backwards.size() - 1, new Piece(unknown, from[end], behind.end()));
                } else {
                    backwards.add(new Piece(id[end], from[end], end));
                }
            }
            return backwards.reversed();
        }
    }
}
