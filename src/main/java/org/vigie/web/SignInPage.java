package org.vigie.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.vigie.identity.Caller;
import org.vigie.identity.FirstRun;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Session;
import org.vigie.identity.SignIn;
import org.vigie.kernel.Language;
import org.vigie.policy.Ask;
import org.vigie.policy.Policy;

/** Sign-in and sign-out. */
@Path("/")
@RunOnVirtualThread
public class SignInPage {
    private final SignIn signIn;
    private final FirstRun firstRun;
    private final BrowserSessions browsers;
    private final Acts acts;
    private final Policy policy;
    private final Viewer viewer;

    @Inject
    SignInPage(SignIn signIn, FirstRun firstRun, BrowserSessions browsers, Acts acts, Policy policy, Viewer viewer) {
        this.signIn = signIn;
        this.firstRun = firstRun;
        this.browsers = browsers;
        this.acts = acts;
        this.policy = policy;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signIn(Page page, Form form, String next);
    }

    @GET
    @Path("/sign-in")
    public Response show(@QueryParam("next") @Nullable String next) {
        if (firstRun.code().isPresent()) return Pages.goTo("/first-run");
        return Pages.show(template(Form.EMPTY, next), viewer.language());
    }

    @POST
    @Path("/sign-in")
    public Response signIn(RoutingContext request) {
        PostedFields fields = PostedFields.of(request);
        String next = fields.text("next");
        Form form = fields.form();
        IdentityMessages say = Words.in(viewer.language());
        return switch (attempt(fields, request)) {
            case SignIn.Attempt.Accepted(Person person) -> {
                acts.signedIn(person);
                Session session = browsers.open(request.response(), person);
                yield Pages.goTo(firstPage(session.caller(), next));
            }
            case SignIn.Attempt.Wrong _ -> {
                acts.signInFailed();
                yield again(form.with(new Form.FieldError("email", say.signInWrong())), next);
            }
            case SignIn.Attempt.TooEarly(var delay) ->
                again(form.with(new Form.FieldError("password", say.waitFor(delay.toSeconds()))), next);
        };
    }

    @POST
    @Path("/sign-out")
    public Response signOut(RoutingContext request) {
        acts.signedOut(viewer.caller());
        browsers.close(request.response(), viewer.session());
        return Pages.goTo("/sign-in");
    }

    /** Once a sign-in, whoever has a charter to sign sees it first. */
    private String firstPage(Caller caller, String next) {
        boolean asked = Rights.allows(caller, Right.SIGN_CHARTER)
                && policy.ruling(caller, Ask.PLAIN).awaited().isPresent();
        return asked ? LocalPath.then(Room.CHARTER.path(), next) : LocalPath.orHome(next);
    }

    private Response again(Form form, @Nullable String next) {
        return Pages.showAgain(template(form, next), viewer.language());
    }

    private TemplateInstance template(Form form, @Nullable String next) {
        Language language = viewer.language();
        return Templates.signIn(viewer.page(Words.in(language).signIn()), form, LocalPath.orHome(next));
    }

    private SignIn.Attempt attempt(PostedFields fields, RoutingContext request) {
        return signIn.attempt(fields.text("email"), fields.secret("password"), ClientAddress.of(request.request()));
    }
}
