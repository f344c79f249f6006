package org.vigie.prompt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One place of a prompt that is filled in before it is asked: {@code {{destinataire}}} in its text.
 *
 * @param description what belongs there
 * @param example of what might stand there
 * @param choices what alone may stand there, for {@link Kind#CHOICE}; else none
 */
public record Blank(String name, Kind kind, String description, String example, List<String> choices) {
    /** Letters, digits, hyphens and underscores, up to forty. */
    private static final Pattern IN_TEXT = Pattern.compile("\\{\\{\\s*([\\p{L}\\p{N}_-]{1,40})\\s*}}");

    public Blank {
        choices = List.copyOf(choices);
    }

    /** By what it is filled in. */
    public enum Kind {
        LINE,
        TEXT,
        NUMBER,
        DATE,
        CHOICE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    /** One of which nothing was said: a line. */
    static Blank plain(String name) {
        return new Blank(name, Kind.LINE, "", "", List.of());
    }

    /** The names of those in a text, each once, in the order of their first appearance. */
    static List<String> namesIn(String text) {
        return IN_TEXT.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    /** As people read it: {@code resultat_attendu} is « resultat attendu ». */
    public String label() {
        return name.replace('_', ' ');
    }
}
