package org.vigie.rules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.vigie.web.ProblemWords;

/** « Pourquoi ? »: judges a request without sending it, and one of before again. Nothing of a text is kept. */
@Singleton
final class Inquiries {
    /** So many characters are examined. */
    static final int LONGEST = 50_000;

    private final Policy policy;
    private final Catalog catalog;
    private final Decisions decisions;
    private final People people;
    private final Detector detector;
    private final AuditLog audit;

    @Inject
    Inquiries(Policy policy, Catalog catalog, Decisions decisions, People people, Detector detector, AuditLog audit) {
        this.policy = policy;
        this.catalog = catalog;
        this.decisions = decisions;
        this.people = people;
        this.detector = detector;
        this.audit = audit;
    }

    /**
     * @param person an e-mail address; empty for oneself, and another than one's own for whoever decides on rules
     * @param mission a code; empty for « sans mission »
     * @param useCase a code; empty for none
     * @param model a route
     * @param tools names of what the request would offer
     * @param text what would be sent; it is examined here and goes nowhere
     */
    record Question(String person, String mission, String useCase, String model, List<String> tools, String text) {
        private Ask ask() {
            return new Ask(said(mission), said(useCase));
        }

        private static Optional<String> said(String code) {
            return Optional.of(code.strip()).filter(named -> !named.isEmpty());
        }
    }

    /** What came of a question. */
    sealed interface Outcome permits Judged, Fault {}

    record Judged(Verdict verdict) implements Outcome {}

    /** What is wrong with a question. */
    enum Fault implements Outcome {
        PERSON,
        MODEL,
        TEXT;

        /** The name of the input that it is about. */
        String field() {
            return switch (this) {
                case PERSON -> "person";
                case MODEL -> "model";
                case TEXT -> "text";
            };
        }

        String in(RulesMessages say) {
            return switch (this) {
                case PERSON -> say.nobody();
                case MODEL -> say.noModel();
                case TEXT -> say.tooLong();
            };
        }
    }

    Outcome ask(Caller self, Question question, Language language) {
        Optional<Caller> caller = whom(self, question.person().strip());
        Optional<Route> route = catalog.route(question.model());
        if (caller.isEmpty()) return Fault.PERSON;
        if (route.isEmpty()) return Fault.MODEL;
        if (question.text().length() > LONGEST) return Fault.TEXT;
        Ruling ruling = policy.ruling(policy.snapshot(), caller.get(), question.ask(), policy.now());
        Optional<Exposure> content = Optional.of(exposure(question.text()));
        return new Judged(judge(ruling, route.get(), content, question.tools(), language));
    }

    /**
     * Judged again by the snapshot of its time, by the roles that they have now.
     *
     * @throws ProblemException {@code not_found} for another person's, and where its model or snapshot is gone
     */
    Replay replay(Caller caller, UUID id, Language language) {
        ExchangeRecord record = audit.find(id)
                .filter(found -> found.opening().person().equals(Optional.of(caller.person())))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        Optional<Closing> closing = closing(record);
        Optional<Exposure> content = closing.flatMap(Closing::exposure);
        Route route =
                catalog.route(record.opening().model()).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        Snapshot then = policy.snapshot(Long.parseLong(record.opening().snapshot()))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        Ask ask = new Ask(record.opening().mission(), record.opening().useCase());
        Instant at = record.opening().at();
        Ruling before = policy.ruling(then, caller, ask, at);
        Ruling today = policy.ruling(policy.snapshot(), caller, ask, policy.now());
        return new Replay(
                id,
                at,
                route.model(),
                closing.flatMap(Closing::refusalCode).orElse(""),
                judge(before, route, content, List.of(), language),
                judge(today, route, content, List.of(), language));
    }

    /** Whether somebody may ask for another person. */
    static boolean forOthers(Caller self) {
        return Rights.allows(self, Right.DECIDE_RULES);
    }

    private Optional<Caller> whom(Caller self, String email) {
        if (email.isEmpty() || email.equalsIgnoreCase(self.email())) return Optional.of(self);
        if (!forOthers(self)) return Optional.empty();
        return people.find(email).filter(Person::active).map(Person::asRulesSee);
    }

    private static Optional<Closing> closing(ExchangeRecord record) {
        return record.state() instanceof State.Closed(Instant _, Closing closing)
                ? Optional.of(closing)
                : Optional.empty();
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
    private Verdict judge(
            Ruling ruling, Route route, Optional<Exposure> content, List<String> tools, Language language) {
        Optional<Problem> refused = Optional.empty();
        Optional<Choice> choice = Optional.empty();
        try {
            Route admitted = ruling.admit(route.model());
            choice = content.map(known -> {
                ruling.permit(tools, known);
                return ruling.choose(admitted, known);
            });
        } catch (ProblemException problem) {
            refused = Optional.of(problem.problem());
        }
        return new Verdict(
                ruling.snapshot(),
                content.map(known -> known.written().name()),
                content.map(known -> known.leaving().name()),
                refused.map(problem -> refused(problem, language)),
                choice.map(made -> made.targets().getFirst().name()),
                choice.map(Choice::rerouted).orElse(false),
                content.stream()
                        .flatMap(known -> ruling.sights(route, known).stream())
                        .map(sight -> target(sight, language))
                        .toList());
    }

    private Verdict.Refused refused(Problem problem, Language language) {
        ProblemWords words = ProblemWords.of(problem, language);
        List<Contact> contacts = decisions
                .find(problem.decided())
                .map(decision -> Contact.of(decision, people))
                .orElse(List.of());
        return new Verdict.Refused(problem.code(), words.title(), words.text(), problem.decided(), contacts);
    }

    private static Verdict.Target target(Ruling.Sight sight, Language language) {
        return new Verdict.Target(
                sight.target().name(),
                sight.target().provider().name(),
                Rule.code(sight.target().provider().zone()),
                sight.against().isEmpty(),
                sight.against()
                        .flatMap(Problem.Refusal::why)
                        .map(why -> why.in(language))
                        .orElse(""),
                sight.against().map(Problem.Refusal::decision).orElse(""),
                EffectLine.of(sight.considered(), language));
    }
}
