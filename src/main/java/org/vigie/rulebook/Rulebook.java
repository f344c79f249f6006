package org.vigie.rulebook;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.identity.Caller;
import org.vigie.kernel.Language;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.rulebook.DocumentFault.Kind;
import org.vigie.rulebook.Plan.Change;
import org.vigie.web.Bundles;

/** The document: written, compared, put into force. */
@Singleton
public final class Rulebook {
    private static final String VERSION_KEY = "vigieRules";
    private static final String VERSION = "1";

    private final List<Section> sections;
    private final Decisions decisions;

    @Inject
    Rulebook(@All List<Section> sections, Decisions decisions) {
        this.sections =
                sections.stream().sorted(Comparator.comparingInt(Section::rank)).toList();
        this.decisions = decisions;
    }

    /** The whole of what this person may see. */
    public Map<String, Object> document(Caller caller) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(VERSION_KEY, Integer.valueOf(VERSION));
        for (Section section : sections) {
            Map<String, Map<String, Object>> standing = section.standing(caller);
            if (standing.isEmpty()) continue;
            document.put(section.key(), section.isSingle() ? standing.get(section.key()) : standing);
        }
        return document;
    }

    /** What was found of a document, and what is to be done about it. */
    private record Reading(Plan plan, List<Decisions.Step> steps) {}

    /**
     * What would change.
     *
     * @throws DocumentException where the document cannot be read
     */
    Plan compare(Caller caller, Language language, String text) {
        return read(new Importer(caller, language, ""), text).plan();
    }

    /**
     * Puts all of it into force in one transaction, one decision for each thing that changes.
     *
     * @param seen the plan's fingerprint that was agreed to; another one is not carried out, empty: whatever it is
     */
    Outcome decide(Caller caller, Language language, String text, String motive, String seen) {
        Importer importer = new Importer(caller, language, motive);
        Reading reading = read(importer, text);
        boolean agreed = seen.isEmpty() || seen.equals(reading.plan().fingerprint());
        if (!agreed || !reading.plan().isDecidable()) return new Outcome(reading.plan(), false, List.of());
        List<DecisionRecord> decided =
                decisions.enactAll(importer.wants("rules.imported", "rules", ""), reading.steps());
        return new Outcome(reading.plan(), true, decided);
    }

    record Outcome(Plan plan, boolean decided, List<DecisionRecord> decisions) {}

    private Reading read(Importer importer, String text) {
        List<DocumentFault> faults = new ArrayList<>();
        Fields document = new Fields(DocumentReader.read(text), faults);
        if (!document.text(VERSION_KEY).equals(VERSION)) {
            faults.add(new DocumentFault(1, Kind.OTHER_VERSION, VERSION_KEY, VERSION));
        }
        List<Plan.Item> items = new ArrayList<>();
        List<Decisions.Step> steps = new ArrayList<>();
        for (Section section : sections) {
            if (!document.has(section.key())) continue;
            Fields part = document.table(section.key());
            Map<String, Map<String, Object>> standing = section.standing(importer.caller());
            Map<String, Fields> things = section.isSingle() ? Map.of(section.key(), part) : part.tables();
            things.forEach((name, fields) ->
                    items.add(item(importer, section, name, fields, standing.getOrDefault(name, Map.of()), steps)));
        }
        document.finish();
        if (!faults.isEmpty()) throw new DocumentException(faults);
        return new Reading(new Plan(items), steps);
    }

    private static Plan.Item item(
            Importer importer,
            Section section,
            String name,
            Fields fields,
            Map<String, Object> before,
            List<Decisions.Step> steps) {
        List<Plan.Difference> differences = List.of();
        try {
            Section.Wish wish = section.wish(importer, name, fields);
            differences = Comparison.of(before, wish.content());
            if (differences.isEmpty()) return new Plan.Item(section.key(), name, Change.UNCHANGED, List.of(), "");
            steps.addAll(wish.steps().get());
            Change change = before.isEmpty() ? Change.CREATED : Change.CHANGED;
            return new Plan.Item(section.key(), name, change, differences, "");
        } catch (Refused refused) {
            if (differences.isEmpty()) fields.giveUp();
            String words = Bundles.in(RulebookMessages.class, importer.language())
                    .refusal(refused.reason().name(), refused.about());
            return new Plan.Item(section.key(), name, Change.REFUSED, differences, words);
        }
    }
}
