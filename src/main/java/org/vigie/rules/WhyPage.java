package org.vigie.rules;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.audit.AuditLog;
import org.vigie.audit.Closing;
import org.vigie.audit.ExchangeRecord;
import org.vigie.audit.ExchangeRecord.State;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.detection.Classification;
import org.vigie.detection.Detector;
import org.vigie.detection.Finding;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Exposure;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Ask;
import org.vigie.policy.Choice;
import org.vigie.policy.Decisions;
import org.vigie.policy.Policy;
import org.vigie.policy.Rule;
import org.vigie.policy.Ruling;
import org.vigie.policy.Snapshot;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.ProblemWords;
import org.vigie.web.Viewer;

/** « Pourquoi ? »: what a request would be answered, by which effects; and what one's own request of before would be. */
@Path("/rules/why")
@RunOnVirtualThread
@Cache(noStore = true)
public class WhyPage {
    private static final int LONGEST = 50_000;

    private final Policy policy;
    private final Catalog catalog;
    private final Decisions decisions;
    private final People people;
    private final Detector detector;
    private final AuditLog audit;
    private final Viewer viewer;

    @Inject
    WhyPage(
            Policy policy,
            Catalog catalog,
            Decisions decisions,
            People people,
            Detector detector,
            AuditLog audit,
            Viewer viewer) {
        this.policy = policy;
        this.catalog = catalog;
        this.decisions = decisions;
        this.people = people;
        this.detector = detector;
        this.audit = audit;
        this.viewer = viewer;
    }

    /** What was typed. @param person an e-mail address; empty for oneself */
    public record Typed(String person, String mission, String useCase, String model, String tools, String text) {
        List<String> offered() {
            return Arrays.stream(tools.split("[\\s,;]+"))
                    .filter(tool -> !tool.isEmpty())
                    .toList();
        }
    }

    /** How one target stands. @param effects that were looked at */
    public record TargetRow(
            String name,
            String provider,
            String zone,
            boolean open,
            String why,
            String decision,
            List<EffectLine> effects) {}

    /**
     * @param written the class as it was written; empty where the content is not known
     * @param leaving the class once it is masked; empty likewise
     * @param code of the refusal; empty when it would be answered
     * @param refused what the person would read; empty likewise
     * @param decision the one that the refusal quotes; empty where there is none
     * @param contacts whom to speak to about it
     * @param goesTo the target that would be asked first; empty when it would be refused, or depends on the content
     */
    public record Answer(
            String snapshot,
            String written,
            String leaving,
            String code,
            String refused,
            String decision,
            List<Contact> contacts,
            String goesTo,
            boolean rerouted,
            List<TargetRow> targets) {}

    /** @param fault what is wrong with what was typed; empty when nothing is */
    public record View(
            Typed typed, List<String> models, boolean forOthers, String fault, Optional<Answer> answer, int longest) {}

    /**
     * One's own request of before: as it was judged then, and as it would be now.
     *
     * @param refusal what it was answered instead of an answer; empty where it was answered
     */
    public record Replay(UUID id, Instant at, String model, String refusal, Answer then, Answer now) {
        /** Whether it was refused for what no record keeps: tools, what was spent, a mission that was not theirs. */
        public boolean isBeyondRecord() {
            return !refusal.isEmpty() && !refusal.equals(then.code());
        }
    }

    @CheckedTemplate(basePath = "rules")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance why(Page page, View view);

        static native TemplateInstance replay(Page page, Replay view, Figures say);
    }

    @GET
    public Response show(@QueryParam("model") @DefaultValue("") String model) {
        Typed typed = new Typed("", "", "", model, "", "");
        return Pages.show(page(typed, "", Optional.empty()), viewer.language());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(
            @FormParam("person") @DefaultValue("") String person,
            @FormParam("mission") @DefaultValue("") String mission,
            @FormParam("useCase") @DefaultValue("") String useCase,
            @FormParam("model") @DefaultValue("") String model,
            @FormParam("tools") @DefaultValue("") String tools,
            @FormParam("text") @DefaultValue("") String text) {
        Typed typed = new Typed(person.strip(), mission.strip(), useCase.strip(), model, tools.strip(), text);
        Optional<Caller> caller = caller(typed.person());
        Optional<Route> route = catalog.route(model);
        if (caller.isEmpty()) return again(typed, say().nobody());
        if (route.isEmpty()) return again(typed, say().noModel());
        if (text.length() > LONGEST) return again(typed, say().tooLong());
        Ask ask = new Ask(said(typed.mission()), said(typed.useCase()));
        Answer answer = answer(
                policy.ruling(policy.snapshot(), caller.get(), ask, policy.now()),
                route.get(),
                Optional.of(exposure(text)),
                typed.offered());
        return Pages.show(page(typed, "", Optional.of(answer)), viewer.language());
    }

    /** Judged again by the snapshot of its time, for whoever asked it; by the roles that they have now. */
    @GET
    @Path("requests/{id}")
    public Response replay(@PathParam("id") UUID id) {
        ExchangeRecord record = audit.find(id)
                .filter(found -> found.opening()
                        .person()
                        .equals(Optional.of(viewer.caller().person())))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        Optional<Exposure> content = closing(record).flatMap(Closing::exposure);
        Route route =
                catalog.route(record.opening().model()).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        Snapshot then = policy.snapshot(Long.parseLong(record.opening().snapshot()))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        Ask ask = new Ask(record.opening().mission(), record.opening().useCase());
        Caller caller = viewer.caller();
        Instant at = record.opening().at();
        Replay view = new Replay(
                id,
                at,
                route.model(),
                closing(record).flatMap(Closing::refusalCode).orElse(""),
                answer(policy.ruling(then, caller, ask, at), route, content, List.of()),
                answer(policy.ruling(policy.snapshot(), caller, ask, policy.now()), route, content, List.of()));
        return Pages.show(
                Templates.replay(viewer.page(say().replay()), view, new Figures(viewer.language())), viewer.language());
    }

    private static Optional<Closing> closing(ExchangeRecord record) {
        return record.state() instanceof State.Closed(Instant _, Closing closing)
                ? Optional.of(closing)
                : Optional.empty();
    }

    /** Oneself, or, for whoever decides on rules, anybody. */
    private Optional<Caller> caller(String email) {
        Caller self = viewer.caller();
        if (email.isEmpty() || email.equalsIgnoreCase(self.email())) return Optional.of(self);
        if (!forOthers()) return Optional.empty();
        return people.find(email).filter(Person::active).map(Person::asRulesSee);
    }

    private boolean forOthers() {
        return Rights.allows(viewer.caller(), Right.DECIDE_RULES);
    }

    private Exposure exposure(String text) {
        List<Finding> findings = detector.detect(text);
        Classification classification = Classification.of(findings);
        Set<String> missions = findings.stream()
                .map(Finding::mission)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        return new Exposure(classification.asWritten(), classification.masked(), Set.of(), missions);
    }

    /** @param content empty for what was refused before it was examined: only that much is judged */
    private Answer answer(Ruling ruling, Route route, Optional<Exposure> content, List<String> tools) {
        List<TargetRow> rows = content.map(known ->
                        ruling.sights(route, known).stream().map(this::row).toList())
                .orElse(List.of());
        String written = content.map(known -> known.written().name()).orElse("");
        String leaving = content.map(known -> known.leaving().name()).orElse("");
        try {
            Route admitted = ruling.admit(route.model());
            Optional<Choice> choice = content.map(known -> {
                ruling.permit(tools, known);
                return ruling.choose(admitted, known);
            });
            String first = choice.map(made -> made.targets().getFirst().name()).orElse("");
            boolean rerouted = choice.map(Choice::rerouted).orElse(false);
            return new Answer(ruling.snapshot(), written, leaving, "", "", "", List.of(), first, rerouted, rows);
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            String number = problem.decided();
            return new Answer(
                    ruling.snapshot(),
                    written,
                    leaving,
                    problem.code(),
                    ProblemWords.of(problem, language()).text(),
                    number,
                    decisions
                            .find(number)
                            .map(decision -> Contact.of(decision, people))
                            .orElse(List.of()),
                    "",
                    false,
                    rows);
        }
    }

    private TargetRow row(Ruling.Sight sight) {
        return new TargetRow(
                sight.target().name(),
                sight.target().provider().name(),
                Rule.code(sight.target().provider().zone()),
                sight.against().isEmpty(),
                sight.against()
                        .flatMap(Problem.Refusal::why)
                        .map(why -> why.in(language()))
                        .orElse(""),
                sight.against().map(Problem.Refusal::decision).orElse(""),
                EffectLine.of(sight.considered(), language()));
    }

    private static Optional<String> said(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed);
    }

    private Response again(Typed typed, String fault) {
        return Pages.showAgain(page(typed, fault, Optional.empty()), viewer.language());
    }

    private TemplateInstance page(Typed typed, String fault, Optional<Answer> answer) {
        List<String> models = catalog.routes().stream().map(Route::model).toList();
        View view = new View(typed, models, forOthers(), fault, answer, LONGEST);
        return Templates.why(viewer.page(say().why()), view);
    }

    private Language language() {
        return viewer.language();
    }

    private RulesMessages say() {
        return Bundles.in(RulesMessages.class, language());
    }
}
