package org.vigie.charter;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Decisions;
import org.vigie.rulebook.Fields;
import org.vigie.rulebook.Importer;
import org.vigie.rulebook.Refused;
import org.vigie.rulebook.Section;
import org.vigie.web.Bundles;

/** The charter's published text in the document of the rules. Another text becomes the draft: a person publishes it. */
@Singleton
final class CharterSection implements Section {
    private final Charter charter;

    @Inject
    CharterSection(Charter charter) {
        this.charter = charter;
    }

    @Override
    public String key() {
        return "charter";
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public boolean isSingle() {
        return true;
    }

    @Override
    public Map<String, Map<String, Object>> standing(Caller caller) {
        return charter.current()
                .map(version -> Map.of(key(), content(version.text())))
                .orElse(Map.of());
    }

    private static Map<String, Object> content(CharterText text) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("title", text.title());
        content.put("articles", text.articles());
        Map<String, Object> advice = new LinkedHashMap<>();
        for (Audience audience : Audience.values()) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("dos", text.adviceFor(audience).dos());
            said.put("donts", text.adviceFor(audience).donts());
            advice.put(audience.code(), said);
        }
        content.put("advice", advice);
        content.put("statement", text.statement());
        content.put("questions", text.questions());
        return content;
    }

    @Override
    public Wish wish(Importer importer, String name, Fields fields) {
        Map<Audience, CharterText.Advice> advice = new EnumMap<>(Audience.class);
        Fields said = fields.table("advice");
        for (Audience audience : Audience.values()) {
            Fields one = said.table(audience.code());
            advice.put(audience, new CharterText.Advice(one.texts("dos"), one.texts("donts")));
        }
        CharterText wanted = new CharterText(
                fields.text("title"),
                fields.text("articles"),
                advice,
                fields.text("statement"),
                fields.text("questions"));
        Draft draft = charter.draft();
        // A text that waits as the draft already is not a change: the firm may bring its file again before it
        // publishes.
        boolean waits = draft.revision() > 0 && draft.text().equals(wanted);
        Map<String, Object> content =
                waits ? standing(importer.caller()).getOrDefault(key(), Map.of()) : content(wanted);
        return new Wish(content, () -> List.of(step(importer, draft, wanted)));
    }

    private static Decisions.Step step(Importer importer, Draft draft, CharterText wanted) {
        Caller caller = importer.caller();
        if (!Rights.allows(caller.roles(), Right.MANAGE_CHARTER)) throw new Refused(Refused.Reason.NOT_ALLOWED, "");
        CharterMessages say = Bundles.in(CharterMessages.class, importer.language());
        String faults = wanted.faults().stream()
                .map(fault -> say.faultText(fault.name()))
                .collect(Collectors.joining(" "));
        if (!faults.isEmpty()) throw new Refused(Refused.Reason.SAID, faults);
        return new Decisions.Step(importer.wants("charter.edited", Charter.SOURCE, ""), false, enacting -> {
            boolean kept =
                    new CharterStore(enacting.handle()).keep(draft.revision(), wanted, caller.person(), enacting.at());
            if (!kept) throw new ProblemException(new Problem.ChangedMeanwhile());
            return List.of();
        });
    }
}
