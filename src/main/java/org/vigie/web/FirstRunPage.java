package org.vigie.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.vigie.identity.AccountException;
import org.vigie.identity.FirstRun;
import org.vigie.identity.Person;

/** Creates the first administrator and signs them in; once there is one, it leads to the sign-in. */
@Path("/first-run")
@RunOnVirtualThread
public class FirstRunPage {
    private final FirstRun firstRun;
    private final BrowserSessions browsers;
    private final Acts acts;
    private final Viewer viewer;

    @Inject
    FirstRunPage(FirstRun firstRun, BrowserSessions browsers, Acts acts, Viewer viewer) {
        this.firstRun = firstRun;
        this.browsers = browsers;
        this.acts = acts;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance firstRun(Page page, Form form);
    }

    @GET
    public Response show() {
        if (firstRun.code().isEmpty()) return Pages.goTo("/sign-in");
        return Pages.show(template(Form.EMPTY), viewer.language());
    }

    @POST
    public Response create(RoutingContext request) {
        Form form = PostedFields.of(request).form();
        try {
            return switch (claim(request, PostedFields.of(request))) {
                case FirstRun.Claim.Accepted(Person administrator) -> {
                    acts.personCreated(administrator, administrator);
                    browsers.open(request.response(), administrator);
                    yield Pages.goTo(LocalPath.HOME);
                }
                case FirstRun.Claim.TooEarly(var delay) ->
                    again(form.with(new Form.FieldError("code", say().waitFor(delay.toSeconds()))));
            };
        } catch (AccountException rejected) {
            return again(form.with(rejected.faults(), say()));
        }
    }

    private FirstRun.Claim claim(RoutingContext request, PostedFields fields) {
        return firstRun.claim(
                fields.text("code"),
                fields.text("email"),
                fields.text("name"),
                fields.secret("newPassword"),
                viewer.language(),
                ClientAddress.of(request.request()));
    }

    private Response again(Form form) {
        return Pages.showAgain(template(form), viewer.language());
    }

    private TemplateInstance template(Form form) {
        return Templates.firstRun(viewer.page(say().firstRun()), form);
    }

    private IdentityMessages say() {
        return Words.in(viewer.language());
    }
}
