package org.vigie.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vigie.identity.Session;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;

/** A page that says what happened, in the frame that the person has; for every path that no other encoder takes. */
@Singleton
final class PageProblems implements ProblemEncoder {
    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance problem(Page page, ProblemWords words, String code);
    }

    @Override
    public String prefix() {
        return "/";
    }

    @Override
    public Encoded encode(Problem problem, Language language, RoutingContext request) {
        ProblemWords words = ProblemWords.of(problem, language);
        Optional<Session> session = Optional.ofNullable(request.get(AccessGuard.SESSION));
        Page page = Page.of(
                request,
                session.map(Session::caller),
                language,
                session.map(Session::csrfToken).orElse(""),
                words.title());
        String html = Templates.problem(page, words, problem.code())
                .setLocale(language.locale())
                .render();
        return new Encoded("text/html; charset=utf-8", html);
    }
}
