package org.vigie.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.web.Form;

/** What handlers write, as the fields of its form, sent by a page or by a program. */
record HandlingForm(Form form, Telling telling) {
    /** What is written now. */
    static Form of(Handling handling) {
        Map<String, List<String>> values = new HashMap<>();
        put(values, "kind", handling.kind().code());
        put(values, "severity", handling.severity().map(Enum::name).orElse(""));
        put(values, "detected", handling.detectedAt().toString());
        put(values, "personal", ticked(handling.personal()));
        put(values, "highRisk", ticked(handling.highRisk()));
        put(values, "serious", ticked(handling.serious()));
        put(values, "staff", ticked(handling.staff()));
        put(values, "clientDays", handling.clientDays().map(String::valueOf).orElse(""));
        put(values, "persons", handling.persons().map(String::valueOf).orElse(""));
        put(values, "target", handling.target());
        put(values, "useCase", handling.useCase());
        put(values, "rootCause", handling.rootCause());
        put(values, "actions", handling.actions());
        put(values, "lessons", handling.lessons());
        return Form.of(values);
    }

    private static void put(Map<String, List<String>> values, String field, String value) {
        values.put(field, List.of(value));
    }

    private static String ticked(boolean yes) {
        return yes ? "yes" : "";
    }

    /** Empty where something does not fit. */
    Optional<Handling> handling() {
        Optional<Instant> detected = telling.past(form.value("detected"));
        Optional<Kind> kind = Kind.find(form.value("kind"));
        boolean readable = isNumberOrNothing("clientDays") && isNumberOrNothing("persons");
        if (detected.isEmpty() || kind.isEmpty() || !readable) return Optional.empty();
        try {
            return Optional.of(new Handling(
                    kind.get(),
                    Severity.find(form.value("severity")),
                    detected.get(),
                    form.holds("personal", "yes"),
                    form.holds("highRisk", "yes"),
                    form.holds("serious", "yes"),
                    form.holds("staff", "yes"),
                    number(form.value("clientDays")),
                    number(form.value("persons")),
                    form.value("target"),
                    form.value("useCase"),
                    form.value("rootCause"),
                    form.value("actions"),
                    form.value("lessons")));
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    private boolean isNumberOrNothing(String field) {
        String text = form.value(field);
        return text.isBlank() || number(text).isPresent();
    }

    static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
