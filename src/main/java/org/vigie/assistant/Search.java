package org.vigie.assistant;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.Folded;

/** The words that one looks for, without case and accents. */
record Search(List<String> words) {
    /** Characters kept on each side of a match. */
    private static final int AROUND = 60;

    static Search of(String query) {
        return new Search(Arrays.stream(Folded.of(query).text().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Every word in the title, or every word in one message, of which the first is shown. */
    Optional<Hit> in(Conversation conversation, List<Message> messages) {
        if (words.isEmpty()) return Optional.empty();
        if (isIn(Folded.of(conversation.title()).text())) return Optional.of(new Hit(conversation, "", "", ""));
        return messages.stream()
                .map(message -> snippet(conversation, message.text()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean isIn(String folded) {
        return words.stream().allMatch(folded::contains);
    }

    private Optional<Hit> snippet(Conversation conversation, String text) {
        Folded folded = Folded.of(text);
        if (!isIn(folded.text())) return Optional.empty();
        int at = folded.text().indexOf(words.getFirst());
        int start = folded.origin()[at];
        int end = folded.origin()[at + words.getFirst().length() - 1] + 1;
        return Optional.of(new Hit(conversation, before(text, start), text.substring(start, end), after(text, end)));
    }

    private static String before(String text, int end) {
        if (end <= AROUND) return oneLine(text.substring(0, end));
        int space = text.indexOf(' ', end - AROUND);
        int start = space >= 0 && space < end ? space + 1 : whole(text, end - AROUND);
        return "… " + oneLine(text.substring(start, end));
    }

    private static String after(String text, int start) {
        if (start + AROUND >= text.length()) return oneLine(text.substring(start));
        return oneLine(text.substring(start, whole(text, start + AROUND))) + "…";
    }

    /** Never between the two halves of a character. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
