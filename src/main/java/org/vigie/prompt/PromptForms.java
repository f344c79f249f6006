package org.vigie.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.kernel.DataClass;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;

/** Out of the fields of a form, and into them. What is said of a blank stands in fields that end with its name. */
final class PromptForms {
    private PromptForms() {}

    /** @throws PromptException with every fault that keeps the form from being read */
    static Content content(PostedFields posted) {
        DataClass dataClass = Stream.of(DataClass.values())
                .filter(one -> one.name().equals(posted.text("dataClass")))
                .findFirst()
                .orElseThrow(() -> PromptException.of(PromptFault.CLASS_MISSING));
        String text = posted.text("text").replace("\r\n", "\n").strip();
        return new Content(
                posted.text("title").strip(),
                posted.text("family").strip(),
                posted.text("audience").strip(),
                dataClass,
                text,
                blanks(text, posted),
                posted.text("toCheck").strip());
    }

    private static List<Blank> blanks(String text, PostedFields posted) {
        return Blank.namesIn(text).stream()
                .map(name -> new Blank(
                        name,
                        Blank.Kind.of(posted.text("kind." + name)).orElse(Blank.Kind.LINE),
                        posted.text("description." + name).strip(),
                        posted.text("example." + name).strip(),
                        posted.text("choices." + name)
                                .lines()
                                .map(String::strip)
                                .filter(choice -> !choice.isEmpty())
                                .toList()))
                .toList();
    }

    /** Whether the text has blanks that the form did not ask about yet. */
    static boolean hasNewBlanks(PostedFields posted) {
        return Blank.namesIn(posted.text("text")).stream()
                .anyMatch(name -> !posted.values().containsKey("kind." + name));
    }

    static Shelf shelf(PostedFields posted) {
        return Shelf.of(posted.text("shelf")).orElseThrow(() -> PromptException.of(PromptFault.SHELF_CLOSED));
    }

    static int version(PostedFields posted) {
        return posted.text("version").matches("\\d{1,9}") ? Integer.parseInt(posted.text("version")) : 0;
    }

    static Form of(Content content, Shelf shelf, int version) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("title", List.of(content.title()));
        fields.put("family", List.of(content.family()));
        fields.put("audience", List.of(content.audience()));
        fields.put("dataClass", List.of(content.dataClass().name()));
        fields.put("text", List.of(content.text()));
        fields.put("toCheck", List.of(content.toCheck()));
        fields.put("shelf", List.of(shelf.code()));
        fields.put("version", List.of(Integer.toString(version)));
        for (Blank blank : content.blanks()) {
            fields.put("kind." + blank.name(), List.of(blank.kind().code()));
            fields.put("description." + blank.name(), List.of(blank.description()));
            fields.put("example." + blank.name(), List.of(blank.example()));
            fields.put("choices." + blank.name(), List.of(String.join("\n", blank.choices())));
        }
        return Form.of(fields);
    }

    static Form faults(Form form, PromptException rejected, PromptMessages say) {
        List<Form.FieldError> errors = new ArrayList<>(form.errors());
        rejected.faults().stream()
                .sorted()
                .map(fault -> new Form.FieldError(fault.field(), say.fault(fault)))
                .forEach(errors::add);
        return new Form(form.values(), errors);
    }
}
