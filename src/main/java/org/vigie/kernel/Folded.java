package org.vigie.kernel;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as a search reads it: without case, accents and ligatures, with the way back to the original offsets.
 *
 * @param origin for each character of {@code text} where it stood, and one more for the end
 */
public record Folded(String text, int[] origin) {
    public static Folded of(String original) {
        StringBuilder folded = new StringBuilder(original.length());
        int[] origin = new int[original.length() + 1];
        for (int i = 0; i < original.length(); i++) {
            String piece = fold(original.charAt(i));
            for (int k = 0; k < piece.length(); k++) {
                if (folded.length() + 1 >= origin.length) origin = Arrays.copyOf(origin, origin.length * 2);
                origin[folded.length()] = i;
                folded.append(piece.charAt(k));
            }
        }
        origin[folded.length()] = original.length();
        return new Folded(folded.toString(), origin);
    }

    private static String fold(char c) {
        if (c < 0x80) return String.valueOf(Character.toLowerCase(c));
        return switch (Character.toLowerCase(c)) {
            case 'œ' -> "oe";
            case 'æ' -> "ae";
            case '’' -> "'";
            case '\u00a0', '\u202f' -> " ";
            default -> unaccented(Character.toLowerCase(c));
        };
    }

    private static String unaccented(char c) {
        if (Character.isSurrogate(c)) return String.valueOf(c);
        String bare =
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return bare;
    }
}
