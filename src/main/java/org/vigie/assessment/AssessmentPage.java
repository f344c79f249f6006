package org.vigie.assessment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.assessment.Assessments.Judgement;
import org.vigie.assessment.Assessments.Known;
import org.vigie.assessment.ProviderView.Asked;
import org.vigie.assessment.ProviderView.Choice;
import org.vigie.assessment.ProviderView.Questions;
import org.vigie.identity.People;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** The questionnaire of one provider: its score first, then the decision, which needs the password given lately. */
@Path("/providers/file/{id}/assessment")
@RunOnVirtualThread
public class AssessmentPage {
    private static final String REFUSED = "refused";

    private final Assessments assessments;
    private final People people;
    private final Viewer viewer;

    @Inject
    AssessmentPage(Assessments assessments, People people, Viewer viewer) {
        this.assessments = assessments;
        this.people = people;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "assessment")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance assessment(Page page, Questions view);
    }

    /** Begins with what was left undecided, else with the answers of the last time. */
    @GET
    public Response show(@PathParam("id") String id) {
        Known known = assessments.find(id);
        Optional<Form> draft = assessments.draft(viewer.caller(), id).map(Form::of);
        if (draft.isPresent()) {
            return Pages.show(page(known, draft.get(), result(draft.get()), ""), viewer.language());
        }
        Map<String, List<String>> answers = new HashMap<>();
        known.newest()
                .ifPresent(
                        last -> last.answers().forEach((question, answer) -> answers.put(question, List.of(answer))));
        return Pages.show(page(known, Form.of(answers), Optional.empty(), ""), viewer.language());
    }

    /** Unless asked to decide, says what the answers amount to. */
    @POST
    public Response judge(@PathParam("id") String id, RoutingContext request) {
        Form form = Form.posted(request);
        Known known = assessments.find(id);
        Telling telling = telling();
        Map<String, String> answers = answers(form);
        assessments.keepDraft(viewer.caller(), id, form.values());
        if (form.holds("act", "confirm")) return Pages.goTo(Pages.confirmPath(path(id)));
        if (!Questionnaire.CURRENT.isAnswered(answers)) {
            return Pages.showAgain(
                    page(known, form, Optional.empty(), telling.say().unanswered()), viewer.language());
        }
        Questionnaire.Result result = Questionnaire.CURRENT.judge(answers);
        if (!form.holds("act", "decide")) {
            return Pages.show(page(known, form, Optional.of(result), ""), viewer.language());
        }
        if (!viewer.recentlyAuthenticated()) return Pages.goTo(Pages.confirmPath(path(id)));
        try {
            assessments.decide(viewer.caller(), id, judgement(form, answers));
            return Pages.goTo("/providers/file/" + id);
        } catch (IllegalArgumentException notAllowed) {
            return Pages.showAgain(
                    page(known, form, Optional.of(result), telling.say().decideFault()), viewer.language());
        }
    }

    private static Optional<Questionnaire.Result> result(Form form) {
        return Optional.of(answers(form))
                .filter(Questionnaire.CURRENT::isAnswered)
                .map(Questionnaire.CURRENT::judge);
    }

    /** @throws IllegalArgumentException where the verdict or the day is none */
    private Judgement judgement(Form form, Map<String, String> answers) {
        String verdict = form.value("verdict");
        Optional<Cap> cap = verdict.equals(REFUSED) ? Optional.empty() : Optional.of(Cap.valueOf(verdict));
        LocalDate day = Line.date(form.value("validThrough")).orElse(LocalDate.MIN);
        return new Judgement(answers, cap, shortened(form.value("conditions")), day, shortened(form.value("motive")));
    }

    private static String shortened(String text) {
        return text.length() <= 2_000 ? text : text.substring(0, 2_000);
    }

    private static Map<String, String> answers(Form form) {
        Map<String, String> answers = new HashMap<>();
        Questionnaire.CURRENT.questions().forEach(question -> answers.put(question.id(), form.value(question.id())));
        return answers;
    }

    private TemplateInstance page(Known known, Form form, Optional<Questionnaire.Result> result, String fault) {
        Telling telling = telling();
        LocalDate last = assessments.today().plusMonths(Assessments.MOST_MONTHS);
        Questions view = new Questions(
                telling.row(Dependency.of(List.of(known), List.of()).getFirst()),
                Questionnaire.CURRENT.questions().stream()
                        .map(question -> asked(question, form))
                        .toList(),
                form,
                result,
                result.flatMap(Questionnaire.Result::cap).map(Cap::downwards).orElse(List.of()),
                last.toString(),
                Stream.of(form.value("validThrough"), last.toString())
                        .filter(day -> !day.isEmpty())
                        .findFirst()
                        .orElse(""),
                viewer.recentlyAuthenticated(),
                fault);
        return Templates.assessment(
                viewer.page(telling.say().assessmentOf(known.provider().name())), view);
    }

    private Asked asked(Questionnaire.Question question, Form form) {
        return new Asked(
                question.id(),
                question.text().in(viewer.language()),
                question.weight(),
                question.answers().stream()
                        .map(answer -> new Choice(
                                answer.code(),
                                answer.text().in(viewer.language()),
                                form.holds(question.id(), answer.code())))
                        .toList());
    }

    private static String path(String id) {
        return "/providers/file/" + id + "/assessment";
    }

    private Telling telling() {
        return new Telling(viewer.language(), people);
    }
}
