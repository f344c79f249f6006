package org.vigie.opinion;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * What a tokenizer does to a text before it looks pieces up. It is given one character with the accents that follow it at
 * a time, so that whatever comes out still has its place in the text. Runs of spaces need no care: words are cut there.
 */
sealed interface Normaliser {
    String apply(String character);

    record None() implements Normaliser {
        @Override
        public String apply(String character) {
            return character;
        }
    }

    record Sequence(List<Normaliser> steps) implements Normaliser {
        @Override
        public String apply(String character) {
            String result = character;
            for (Normaliser step : steps) result = step.apply(result);
            return result;
        }
    }

    /** NFC, NFD, NFKC, NFKD. */
    record Unicode(Normalizer.Form form) implements Normaliser {
        @Override
        public String apply(String character) {
            return Normalizer.normalize(character, form);
        }
    }

    record Lowercase() implements Normaliser {
        @Override
        public String apply(String character) {
            return character.toLowerCase(Locale.ROOT);
        }
    }

    /** Leaves out what stands on or under a letter; to be used behind a decomposition. */
    record StripAccents() implements Normaliser {
        @Override
        public String apply(String character) {
            return without(character, Character.NON_SPACING_MARK);
        }
    }

    /** BERT's cleaning: without control characters. */
    record Clean() implements Normaliser {
        @Override
        public String apply(String character) {
            int first = character.codePointAt(0);
            boolean control = first == 0 || first == 0xFFFD || Character.getType(first) == Character.CONTROL;
            if (Character.isWhitespace(first)) return " ";
            return control || Character.getType(first) == Character.FORMAT ? "" : character;
        }
    }

    record Replace(String what, String by) implements Normaliser {
        @Override
        public String apply(String character) {
            return character.replace(what, by);
        }
    }

    /** SentencePiece's own table. */
    record Mapped(Charsmap table) implements Normaliser {
        @Override
        public String apply(String character) {
            return table.apply(character);
        }
    }

    private static String without(String text, byte type) {
        StringBuilder rest = new StringBuilder(text.length());
        text.codePoints().filter(point -> Character.getType(point) != type).forEach(rest::appendCodePoint);
        return rest.toString();
    }
}
