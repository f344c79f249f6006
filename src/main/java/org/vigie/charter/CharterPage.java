package org.vigie.charter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.charter.CharterView.Allowed;
import org.vigie.charter.CharterView.Attempt;
import org.vigie.charter.CharterView.Shown;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Ask;
import org.vigie.policy.Policy;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.LocalPath;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** Cadre › Charte: reading, the quiz, signing. */
@Path("/charter")
@RunOnVirtualThread
@Cache(noStore = true)
public class CharterPage {
    private final Charter charter;
    private final Policy policy;
    private final Viewer viewer;

    @Inject
    CharterPage(Charter charter, Policy policy, Viewer viewer) {
        this.charter = charter;
        this.policy = policy;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "charter")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance charter(Page page, CharterView view, Figures say);
    }

    /**
     * @param version one of before; the one in force when empty
     * @param next where the sign-in would have led
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response show(
            @QueryParam("version") @DefaultValue("") String version,
            @QueryParam("audience") @DefaultValue("") String audience,
            @QueryParam("next") @DefaultValue("") String next) {
        Optional<Published> shown = version.isEmpty() ? charter.current() : Optional.of(find(version));
        return Pages.show(page(shown, audience(audience), Optional.empty(), next), viewer.language());
    }

    /** The very text that is signed, of which the fingerprint is kept. */
    @GET
    @Path("/text")
    @Produces("text/plain; charset=utf-8")
    public Response text(
            @QueryParam("version") @DefaultValue("") String version,
            @QueryParam("audience") @DefaultValue("") String audience) {
        Published shown = find(version);
        String name = "charte-" + shown.number() + "-" + audience(audience).code() + ".txt";
        return Response.ok(shown.asRead(audience(audience)))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    @POST
    @Path("/sign")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response sign(MultivaluedMap<String, String> form) {
        Audience audience = audience(text(form, "audience"));
        String next = text(form, "next");
        Quiz quiz = charter.current().map(now -> now.text().quiz()).orElse(new Quiz(List.of()));
        Map<String, Integer> given = given(form, quiz);
        Quiz.Score score = quiz.score(given);
        boolean agreed = !text(form, "agreed").isEmpty();
        if (!score.passed() || !agreed) return again(new Attempt(given, score, agreed, false), audience, next);
        Signature.Method method =
                viewer.recentlyAuthenticated() ? Signature.Method.RECENT_SESSION : Signature.Method.SESSION;
        try {
            charter.sign(viewer.caller(), audience, text(form, "read"), score, method, viewer.network());
            return Pages.goTo(LocalPath.then("/charter", next));
        } catch (CharterFault.Raised otherText) {
            return again(new Attempt(given, score, agreed, true), audience, next);
        }
    }

    private static Map<String, Integer> given(MultivaluedMap<String, String> form, Quiz quiz) {
        Map<String, Integer> given = new HashMap<>();
        for (Quiz.Question question : quiz.questions()) {
            String answer = text(form, "q-" + question.id());
            if (answer.length() == 1 && Character.isDigit(answer.charAt(0))) {
                given.put(question.id(), answer.charAt(0) - '0');
            }
        }
        return given;
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        return Optional.ofNullable(form.getFirst(field)).orElse("");
    }

    private Response again(Attempt attempt, Audience audience, String next) {
        return Pages.showAgain(page(charter.current(), audience, Optional.of(attempt), next), viewer.language());
    }

    private TemplateInstance page(
            Optional<Published> version, Audience audience, Optional<Attempt> attempt, String next) {
        Optional<Signature> signed = charter.signature(viewer.caller().person())
                .filter(given -> charter.current()
                        .filter(now -> now.number().major() == given.version().major())
                        .isPresent());
        long daysLeft = policy.ruling(viewer.caller(), Ask.PLAIN)
                .awaited()
                .map(effect -> effect.validity().daysUntil(charter.now()))
                .orElse(0L);
        CharterView view = new CharterView(
                version.map(one -> Shown.of(one, audience)),
                signed,
                charter.current().map(Published::allowance).orElse(Allowance.LEAST),
                daysLeft,
                attempt,
                charter.versions(),
                Allowed.to(viewer.caller()),
                LocalPath.orHome(next));
        String title = Bundles.in(CharterMessages.class, viewer.language()).charter();
        return Templates.charter(viewer.page(title), view, new Figures(viewer.language()));
    }

    private Published find(String number) {
        return VersionNumber.of(number)
                .flatMap(charter::find)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    private Audience audience(String chosen) {
        return Audience.of(chosen)
                .orElseGet(() -> Audience.likely(viewer.caller().roles()));
    }
}
