package org.vigie.pseudonym;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.detection.FindingType;

/**
 * What is left of a placeholder whatever a model does to it: letters in lower case and digits, with one {@code _} behind
 * the type. Brackets may be missing, single, escaped or in bold, letters in capitals, {@code _} may have become a hyphen,
 * a space or nothing, but for the first. The check character tells a placeholder from a chance likeness.
 */
final class Core {
    /** How many signs may stand between two characters of a core: {@code \_}, {@code **_}. */
    static final int MOST_SIGNS = 3;

    /** By their first letter. */
    private static final Map<Character, List<String>> ABBREVIATIONS = Stream.of(FindingType.values())
            .map(FindingType::abbreviation)
            .map(abbreviation -> abbreviation.toLowerCase(Locale.ROOT))
            .collect(Collectors.groupingBy(abbreviation -> abbreviation.charAt(0)));

    private static final int LONGEST = 64;

    private Core() {}

    /** Of a placeholder's body as {@link PlaceholderScope#body} makes it. */
    static String of(String body) {
        int first = body.indexOf('_');
        return body.substring(0, first).toLowerCase(Locale.ROOT)
                + '_'
                + body.substring(first).replace("_", "").toLowerCase(Locale.ROOT);
    }

    static boolean isSign(char c) {
        return c == '_' || c == '-' || c == ' ' || c == '\\' || c == '*' || c == '`' || c == '\u2011' || c == '\u00A0';
    }

    /** Folded to the case of cores; 0 where no core has such a character. */
    static char folded(char c) {
        if (c >= 'A' && c <= 'Z') return (char) (c + 32);
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
    }

    /** Notes all that could be taken for a core in a text: at most {@value #LONGEST} characters from each beginning. */
    static void collect(String text, NavigableSet<String> likenesses) {
        boolean inWord = false;
        for (int at = 0; at < text.length(); at++) {
            char first = folded(text.charAt(at));
            if (first != 0 && !inWord) collectAt(text, at, first, likenesses);
            inWord = first != 0;
        }
    }

    private static void collectAt(String text, int at, char first, NavigableSet<String> likenesses) {
        for (String abbreviation : ABBREVIATIONS.getOrDefault(first, List.of())) {
            int end = at + abbreviation.length();
            if (end < text.length()
                    && isSign(text.charAt(end))
                    && text.regionMatches(true, at, abbreviation, 0, abbreviation.length())) {
                likenesses.add(abbreviation + '_' + folded(text, end));
            }
        }
    }

    private static String folded(String text, int from) {
        StringBuilder folded = new StringBuilder();
        int signs = 0;
        for (int at = from; at < text.length() && folded.length() < LONGEST && signs <= MOST_SIGNS; at++) {
            char c = folded(text.charAt(at));
            if (c != 0) {
                folded.append(c);
                signs = 0;
            } else if (isSign(text.charAt(at))) {
                signs++;
            } else {
                break;
            }
        }
        return folded.toString();
    }
}
