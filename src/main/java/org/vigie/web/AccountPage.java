package org.vigie.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.identity.AccountException;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Session;
import org.vigie.identity.Sessions;
import org.vigie.identity.SignIn;
import org.vigie.kernel.Language;
import org.vigie.metering.Limit;
import org.vigie.metering.Limits;
import org.vigie.metering.Reservations;
import org.vigie.policy.Policy;

/** One's own account: password, language, and the password again before an act that needs it. */
@Path("/account")
@RunOnVirtualThread
public class AccountPage {
    private final People people;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Acts acts;
    private final Limits limits;
    private final Reservations reservations;
    private final Policy policy;
    private final Viewer viewer;

    @Inject
    AccountPage(
            People people,
            Sessions sessions,
            SignIn signIn,
            Acts acts,
            Limits limits,
            Reservations reservations,
            Policy policy,
            Viewer viewer) {
        this.people = people;
        this.sessions = sessions;
        this.signIn = signIn;
        this.acts = acts;
        this.limits = limits;
        this.reservations = reservations;
        this.policy = policy;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "identity")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance account(Page page, Person person, Form form, String done, List<String> left);

        static native TemplateInstance confirm(Page page, Form form, String next);
    }

    /** @param done {@code password} or {@code language}: what was just changed */
    @GET
    public Response show(@QueryParam("done") @Nullable String done) {
        return Pages.show(account(Form.EMPTY, done == null ? "" : done), viewer.language());
    }

    @POST
    @Path("/password")
    public Response changePassword(RoutingContext request) {
        PostedFields fields = PostedFields.of(request);
        acts.mustBeRecordable();
        Session session = viewer.session();
        try {
            people.changePassword(
                    session.person().id(), session.id(), fields.secret("password"), fields.secret("newPassword"));
        } catch (AccountException rejected) {
            return Pages.showAgain(account(Form.EMPTY.with(rejected.faults(), say()), ""), viewer.language());
        }
        acts.passwordChanged(viewer.caller());
        return Pages.goTo("/account?done=password");
    }

    @POST
    @Path("/language")
    public Response speak(RoutingContext request) {
        Language language = PostedFields.of(request).text("language").equals(Language.ENGLISH.code())
                ? Language.ENGLISH
                : Language.FRENCH;
        people.speak(viewer.caller().person(), language);
        request.response()
                .addCookie(Cookie.cookie("vigie-language", language.code())
                        .setPath("/")
                        .setMaxAge(Duration.ofDays(365).toSeconds())
                        .setSameSite(CookieSameSite.LAX));
        return Pages.goTo("/account?done=language");
    }

    @GET
    @Path("/confirm")
    public Response askAgain(@QueryParam("next") @Nullable String next) {
        return Pages.show(confirm(Form.EMPTY, next), viewer.language());
    }

    @POST
    @Path("/confirm")
    public Response confirm(RoutingContext request) {
        PostedFields fields = PostedFields.of(request);
        String next = fields.text("next");
        Session session = viewer.session();
        String address = ClientAddress.of(request.request());
        return switch (signIn.attempt(session.person().email(), fields.secret("password"), address)) {
            case SignIn.Attempt.Accepted _ -> {
                sessions.authenticated(session.id());
                acts.confirmed(viewer.caller());
                yield Pages.goTo(LocalPath.orHome(next));
            }
            case SignIn.Attempt.Wrong _ -> {
                acts.confirmationFailed(viewer.caller());
                yield confirmAgain(say().fault(org.vigie.identity.AccountFault.PASSWORD_WRONG), next);
            }
            case SignIn.Attempt.TooEarly(var delay) -> confirmAgain(say().waitFor(delay.toSeconds()), next);
        };
    }

    private Response confirmAgain(String error, @Nullable String next) {
        Form form = Form.EMPTY.with(new Form.FieldError("password", error));
        return Pages.showAgain(confirm(form, next), viewer.language());
    }

    private TemplateInstance confirm(Form form, @Nullable String next) {
        return Templates.confirm(viewer.page(say().confirm()), form, LocalPath.orHome(next));
    }

    private TemplateInstance account(Form form, String done) {
        return Templates.account(viewer.page(say().account()), viewer.session().person(), form, done, left());
    }

    /** What is left of one's own budgets, in words. */
    private List<String> left() {
        Figures figures = new Figures(viewer.language());
        LimitsMessages words = Bundles.in(LimitsMessages.class, viewer.language());
        List<Limit> budgets = OwnLimits.of(viewer.caller(), limits, policy).personal().stream()
                .filter(limit -> limit.measure().isBudget())
                .toList();
        return reservations.standings(budgets).stream()
                .map(standing -> words.left(
                        figures.cost(Math.max(0, standing.limit().amount() - standing.used())),
                        figures.cost(standing.limit().amount()),
                        standing.limit().measure().unit()))
                .toList();
    }

    private IdentityMessages say() {
        return Words.in(viewer.language());
    }
}
