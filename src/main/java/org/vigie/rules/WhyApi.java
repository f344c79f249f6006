package org.vigie.rules;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
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
import org.vigie.policy.Decisions;
import org.vigie.policy.Policy;
import org.vigie.policy.PolicyEffect;
import org.vigie.policy.Rule;
import org.vigie.policy.Ruling;
import org.vigie.web.ApiBody;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;
import org.vigie.web.ProblemWords;
import org.vigie.web.Viewer;

/** « Pourquoi ? » and what changed between two snapshots, for programs. Nothing is sent to a model, nothing is kept. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "rules")
public class WhyApi {
    private static final int LONGEST = 50_000;

    private final Policy policy;
    private final Catalog catalog;
    private final Decisions decisions;
    private final People people;
    private final Detector detector;
    private final Viewer viewer;

    @Inject
    WhyApi(Policy policy, Catalog catalog, Decisions decisions, People people, Detector detector, Viewer viewer) {
        this.policy = policy;
        this.catalog = catalog;
        this.decisions = decisions;
        this.people = people;
        this.detector = detector;
        this.viewer = viewer;
    }

    /**
     * @param person an address; none for oneself, and another than one's own for whoever decides on rules
     * @param mission a code; none for « sans mission »
     * @param model a route
     * @param tools names of what the request would offer
     * @param text what would be sent; it is examined here and goes nowhere
     */
    public record WhyBody(
            @Nullable String person,
            @Nullable String mission,
            @Nullable String useCase,
            @Nullable String model,
            @Nullable List<String> tools,
            @Nullable String text) {}

    /**
     * @param written data class of the text as it is written
     * @param leaving data class of what would leave, masked
     * @param refusal absent when it would be answered
     * @param goesTo the target that would be asked first; absent when it would be refused
     */
    public record WhyJson(
            String snapshot,
            String written,
            String leaving,
            Optional<RefusalJson> refusal,
            Optional<String> goesTo,
            boolean rerouted,
            List<TargetJson> targets) {}

    /**
     * What the person would read.
     *
     * @param decision the number of the one that it quotes; empty where there is none
     * @param contacts whom to speak to about it
     */
    public record RefusalJson(String code, String title, String text, String decision, List<Contact> contacts) {}

    /**
     * How one target stands.
     *
     * @param why it is closed, and by which decision; empty where it is open
     * @param effects that were looked at
     */
    public record TargetJson(
            String target, String zone, boolean open, String why, String decision, List<EffectLine> effects) {}

    /** @param ofPersons how many effects on persons began or ended, who are not named */
    public record ComparedJson(
            long from, long to, long newest, List<EffectLine> begun, List<EffectLine> ended, long ofPersons) {}

    @POST
    @Path("policy/why")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What a request would be answered, and by which effects",
            description = "Nothing is sent to a model and nothing of the text is kept.")
    public WhyJson why(@Nullable WhyBody body) {
        PostedFields sent = ApiBody.fields(body);
        Optional<Caller> caller = caller(sent.text("person").strip());
        Optional<Route> route = catalog.route(sent.text("model"));
        if (caller.isEmpty()) throw rejected("person", say().nobody());
        if (route.isEmpty()) throw rejected("model", say().noModel());
        if (sent.text("text").length() > LONGEST) throw rejected("text", say().tooLong());
        Ask ask = new Ask(named(sent, "mission"), named(sent, "useCase"));
        Ruling ruling = policy.ruling(policy.snapshot(), caller.get(), ask, policy.now());
        List<String> tools = sent.values().getOrDefault("tools", List.of());
        return answer(ruling, route.get(), exposure(sent.text("text")), tools);
    }

    private static Optional<String> named(PostedFields sent, String field) {
        return Optional.of(sent.text(field).strip()).filter(code -> !code.isEmpty());
    }

    /** Oneself, or, for whoever decides on rules, anybody; as the page has it. */
    private Optional<Caller> caller(String email) {
        Caller self = viewer.caller();
        if (email.isEmpty() || email.equalsIgnoreCase(self.email())) return Optional.of(self);
        if (!Rights.allows(self, Right.DECIDE_RULES)) return Optional.empty();
        return people.find(email).filter(Person::active).map(Person::asRulesSee);
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

    private WhyJson answer(Ruling ruling, Route route, Exposure content, List<String> tools) {
        List<TargetJson> targets =
                ruling.sights(route, content).stream().map(this::target).toList();
        Optional<RefusalJson> refusal = Optional.empty();
        Optional<String> goesTo = Optional.empty();
        boolean rerouted = false;
        try {
            Route admitted = ruling.admit(route.model());
            ruling.permit(tools, content);
            var choice = ruling.choose(admitted, content);
            goesTo = Optional.of(choice.targets().getFirst().name());
            rerouted = choice.rerouted();
        } catch (ProblemException refused) {
            refusal = Optional.of(refusal(refused.problem()));
        }
        return new WhyJson(
                ruling.snapshot(),
                content.written().name(),
                content.leaving().name(),
                refusal,
                goesTo,
                rerouted,
                targets);
    }

    private RefusalJson refusal(Problem problem) {
        ProblemWords words = ProblemWords.of(problem, language());
        List<Contact> contacts = decisions
                .find(problem.decided())
                .map(decision -> Contact.of(decision, people))
                .orElse(List.of());
        return new RefusalJson(problem.code(), words.title(), words.text(), problem.decided(), contacts);
    }

    private TargetJson target(Ruling.Sight sight) {
        return new TargetJson(
                sight.target().name(),
                Rule.code(sight.target().provider().zone()),
                sight.against().isEmpty(),
                sight.against()
                        .flatMap(Problem.Refusal::why)
                        .map(why -> why.in(language()))
                        .orElse(""),
                sight.against().map(Problem.Refusal::decision).orElse(""),
                EffectLine.of(sight.considered(), language()));
    }

    @GET
    @Path("policy/compare")
    @Operation(
            summary = "What began and what ended from one snapshot to a later one",
            description = "Without numbers: what the newest one changed. Only what the caller may read.")
    public ComparedJson compare(
            @QueryParam("from") @DefaultValue("-1") long from, @QueryParam("to") @DefaultValue("-1") long to) {
        long newest = policy.snapshot().number();
        long later = to < 1 || to > newest ? newest : to;
        long earlier = from < 0 || from > later ? Math.max(0, later - 1) : from;
        Decisions.Changes changes = decisions.between(earlier, later);
        Eyes eyes = Eyes.of(viewer.caller(), policy);
        List<PolicyEffect> begun = eyes.of(changes.begun());
        List<PolicyEffect> ended = eyes.of(changes.ended());
        return new ComparedJson(
                earlier,
                later,
                newest,
                EffectLine.withoutPersons(begun, language()),
                EffectLine.withoutPersons(ended, language()),
                EffectLine.ofPersons(begun) + EffectLine.ofPersons(ended));
    }

    private static ProblemException rejected(String field, String words) {
        return Form.EMPTY.with(new Form.FieldError(field, words)).problem();
    }

    private Language language() {
        return viewer.language();
    }

    private RulesMessages say() {
        return Bundles.in(RulesMessages.class, language());
    }
}
