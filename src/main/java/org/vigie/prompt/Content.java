package org.vigie.prompt;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Folded;

/**
 * What a prompt says.
 *
 * @param family under which it stands, as « rédaction »
 * @param audience for whom it was written, in words; may be empty
 * @param dataClass the highest class of what should be put into it
 * @param text with {@code {{blanks}}}
 * @param blanks exactly those of the text, in its order
 * @param toCheck what to look at in the answer; may be empty
 */
public record Content(
        String title,
        String family,
        String audience,
        DataClass dataClass,
        String text,
        List<Blank> blanks,
        String toCheck) {
    static final int LONGEST_TITLE = 120;
    static final int LONGEST_FAMILY = 50;
    static final int LONGEST_LINE = 200;
    static final int LONGEST_CHECK = 600;
    static final int LONGEST_TEXT = 8_000;
    static final int MOST_BLANKS = 20;
    static final int MOST_CHOICES = 50;

    public Content {
        blanks = List.copyOf(blanks);
    }

    /** With a blank for every name in the text, as it is described here where it is, and none besides. */
    Content describing(List<Blank> descriptions) {
        var described =
                descriptions.stream().collect(Collectors.toMap(Blank::name, Function.identity(), (one, _) -> one));
        List<Blank> fitting = Blank.namesIn(text).stream()
                .map(name -> described.getOrDefault(name, Blank.plain(name)))
                .toList();
        return new Content(title, family, audience, dataClass, text, fitting, toCheck);
    }

    Content fitted() {
        return describing(blanks);
    }

    /** @throws PromptException with every fault at once */
    void check() {
        EnumSet<PromptFault> faults = EnumSet.noneOf(PromptFault.class);
        if (title.isEmpty() || title.length() > LONGEST_TITLE) faults.add(PromptFault.TITLE_INVALID);
        if (family.length() > LONGEST_FAMILY) faults.add(PromptFault.FAMILY_TOO_LONG);
        if (text.isBlank() || text.length() > LONGEST_TEXT) faults.add(PromptFault.TEXT_INVALID);
        if (blanks.size() > MOST_BLANKS) faults.add(PromptFault.TOO_MANY_BLANKS);
        if (audience.length() > LONGEST_LINE || toCheck.length() > LONGEST_CHECK) faults.add(PromptFault.TOO_LONG);
        for (Blank blank : blanks) {
            if (blank.description().length() > LONGEST_LINE || blank.example().length() > LONGEST_LINE) {
                faults.add(PromptFault.TOO_LONG);
            }
            boolean choice = blank.kind() == Blank.Kind.CHOICE;
            if (choice && blank.choices().size() < 2 || blank.choices().size() > MOST_CHOICES) {
                faults.add(PromptFault.CHOICES_MISSING);
            }
        }
        PromptException.unlessEmpty(faults);
    }

    /** Whether all of these words are in it, as a search reads them. */
    boolean matches(String words) {
        String all = Folded.of(String.join(" ", title, family, audience, text)).text();
        return Stream.of(Folded.of(words).text().split("\\s+")).allMatch(all::contains);
    }
}
