package org.vigie.assessment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.assessment.Assessments.Judgement;
import org.vigie.assessment.Assessments.Known;
import org.vigie.assessment.ProviderFile.ModelFacts;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Decisions;
import org.vigie.rulebook.Fields;
import org.vigie.rulebook.Importer;
import org.vigie.rulebook.Refused;
import org.vigie.rulebook.Section;

/**
 * Providers' files and what their last assessment concluded, in the document of the rules. What a file does not say is
 * left out; an assessment that is left out stays as it is.
 */
@Singleton
final class ProviderSection implements Section {
    private final Assessments assessments;
    private final People people;

    @Inject
    ProviderSection(Assessments assessments, People people) {
        this.assessments = assessments;
        this.people = people;
    }

    @Override
    public String key() {
        return "providers";
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public Map<String, Map<String, Object>> standing(Caller caller) {
        Map<String, Map<String, Object>> standing = new TreeMap<>();
        for (Known known : assessments.all()) {
            Map<String, Object> content = content(known.file(), known.newest().map(ProviderSection::content));
            if (!content.isEmpty()) standing.put(known.provider().id(), content);
        }
        return standing;
    }

    private static Map<String, Object> content(ProviderFile file, Optional<Map<String, Object>> assessment) {
        Map<String, Object> content = new LinkedHashMap<>();
        put(content, "legalName", file.legalName());
        put(content, "parent", file.parent());
        put(content, "country", file.country());
        put(content, "regions", file.regions());
        put(content, "foreignLaw", file.foreignLaw());
        put(content, "dpaSignedOn", day(file.dpaSignedOn()));
        put(content, "training", file.training());
        file.retentionDays().ifPresent(days -> content.put("retentionDays", days));
        put(content, "certifications", file.certifications());
        put(content, "subSuppliers", file.subSuppliers());
        put(content, "serviceLevel", file.serviceLevel());
        put(content, "statusUrl", file.statusUrl());
        file.exitDays().ifPresent(days -> content.put("exitDays", days));
        put(content, "substitute", file.substitute());
        put(content, "substituteTested", day(file.substituteTested()));
        put(content, "environment", file.environment());
        put(content, "termsUrl", file.termsUrl());
        put(content, "termsSha256", file.termsSha256());
        put(content, "termsCheckedOn", day(file.termsCheckedOn()));
        Map<String, Object> models = new TreeMap<>();
        file.models().forEach((model, facts) -> {
            Map<String, Object> said = new LinkedHashMap<>();
            put(said, "licence", facts.licence());
            put(said, "card", facts.cardUrl());
            put(said, "deprecated", day(facts.deprecatedOn()));
            put(said, "weights", facts.weights());
            put(said, "weightsSha256", facts.weightsSha256());
            put(said, "indemnity", facts.indemnity());
            put(said, "trainingSummary", facts.trainingSummaryUrl());
            if (!said.isEmpty()) models.put(model, said);
        });
        if (!models.isEmpty()) content.put("models", models);
        assessment.ifPresent(said -> content.put("assessment", said));
        return content;
    }

    private static Map<String, Object> content(Assessment one) {
        return content(one.answers(), one.cap(), one.conditions(), one.validThrough());
    }

    private static Map<String, Object> content(
            Map<String, String> answers, Optional<Cap> cap, String conditions, Optional<LocalDate> validThrough) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("cap", cap.map(Enum::name).orElse("refused"));
        put(content, "conditions", conditions);
        put(content, "validThrough", day(validThrough));
        content.put("answers", new TreeMap<>(answers));
        return content;
    }

    private static void put(Map<String, Object> content, String key, String value) {
        if (!value.isEmpty()) content.put(key, value.replace("\r\n", "\n"));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    @Override
    public Wish wish(Importer importer, String name, Fields fields) {
        Known known = assessments.all().stream()
                .filter(one -> one.provider().id().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Reason.NOTHING_CALLED_SO, name));
        Optional<Judgement> judgement = fields.has("assessment")
                ? Optional.of(judgement(importer, fields.table("assessment")))
                : Optional.empty();
        ProviderFile file = file(importer, known, fields);
        Optional<Map<String, Object>> before = known.newest().map(ProviderSection::content);
        Optional<Map<String, Object>> after = judgement
                .map(wanted -> content(
                        wanted.answers(),
                        wanted.cap(),
                        wanted.conditions(),
                        wanted.cap().map(_ -> wanted.validThrough())))
                .or(() -> before);
        Optional<Judgement> decided = judgement.filter(_ -> !after.equals(before));
        return new Wish(content(file, after), () -> steps(importer, known, file, decided));
    }

    private Judgement judgement(Importer importer, Fields fields) {
        Map<String, String> answers = fields.table("answers").pairs();
        Optional<Cap> cap = Optional.of(fields.text("cap"))
                .filter(said -> !said.equals("refused"))
                .flatMap(_ -> fields.oneOf("cap", List.of(Cap.values()), Cap::name));
        String conditions = fields.text("conditions").strip();
        LocalDate through = fields.day("validThrough").orElse(LocalDate.MIN);
        return new Judgement(answers, cap, conditions, through, importer.motive());
    }

    private ProviderFile file(Importer importer, Known known, Fields fields) {
        Map<String, ModelFacts> models = new HashMap<>(known.file().models());
        Map<String, Fields> said = fields.table("models").tables();
        var dpa = fields.day("dpaSignedOn");
        var retention = fields.number("retentionDays");
        var exit = fields.number("exitDays");
        var tested = fields.day("substituteTested");
        var checked = fields.day("termsCheckedOn");
        try {
            said.forEach((model, facts) -> {
                if (known.provider().models().stream().noneMatch(one -> one.id().equals(model))) {
                    throw new Refused(Refused.Reason.NOTHING_CALLED_SO, model);
                }
                models.put(
                        model,
                        new ModelFacts(
                                facts.text("licence"),
                                facts.text("card"),
                                facts.day("deprecated"),
                                facts.text("weights"),
                                facts.text("weightsSha256"),
                                facts.text("indemnity"),
                                facts.text("trainingSummary")));
            });
            models.replaceAll((model, facts) -> said.containsKey(model) ? facts : ModelFacts.NONE);
            return new ProviderFile(
                    known.provider().id(),
                    fields.text("legalName"),
                    fields.text("parent"),
                    fields.text("country"),
                    fields.text("regions"),
                    fields.text("foreignLaw"),
                    dpa,
                    fields.text("training"),
                    retention,
                    fields.text("certifications"),
                    fields.text("subSuppliers"),
                    fields.text("serviceLevel"),
                    fields.text("statusUrl"),
                    exit,
                    fields.text("substitute"),
                    tested,
                    fields.text("environment"),
                    fields.text("termsUrl"),
                    fields.text("termsSha256"),
                    checked,
                    models,
                    known.file().version());
        } catch (IllegalArgumentException unfit) {
            throw new Refused(Refused.Reason.SAID, say(importer).fileFault());
        }
    }

    private List<Decisions.Step> steps(
            Importer importer, Known known, ProviderFile file, Optional<Judgement> judgement) {
        Caller caller = importer.caller();
        if (!Rights.allows(caller.roles(), Right.ASSESS_PROVIDERS)) throw new Refused(Refused.Reason.NOT_ALLOWED, "");
        if (judgement.isPresent()) importer.requirePerson();
        List<Decisions.Step> steps = new ArrayList<>();
        if (!content(file, Optional.empty()).equals(content(known.file(), Optional.empty()))) {
            String id = known.provider().id();
            steps.add(new Decisions.Step(importer.wants("provider.described", id, ""), false, enacting -> {
                boolean written = new AssessmentStore(enacting.handle()).write(file, caller.person(), enacting.at());
                if (!written) throw new ProblemException(new Problem.ChangedMeanwhile());
                return List.of();
            }));
        }
        try {
            judgement.ifPresent(wanted -> steps.add(assessments.step(
                    caller,
                    known.provider(),
                    importer.motive().isBlank() ? wanted.because("-") : wanted,
                    file.termsSha256())));
        } catch (IllegalArgumentException tooWide) {
            throw new Refused(Refused.Reason.SAID, say(importer).decideFault());
        }
        return steps;
    }

    private AssessmentMessages say(Importer importer) {
        return new Telling(importer.language(), people).say();
    }
}
