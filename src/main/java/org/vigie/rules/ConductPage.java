package org.vigie.rules;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Rule;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** Where rules of use are decided and withdrawn; one form for each kind of rule. */
@Path("/rules/conduct")
@RunOnVirtualThread
@Cache(noStore = true)
public class ConductPage {
    private final Conduct conduct;
    private final Viewer viewer;

    @Inject
    ConductPage(Conduct conduct, Viewer viewer) {
        this.conduct = conduct;
        this.viewer = viewer;
    }

    /** A rule in force. @param id the code of its scope, {@code all} for the organisation */
    public record Row(EffectLine effect, String id) {}

    /**
     * @param kinds of rules, as codes
     * @param kind the one that the form is for
     * @param places the kinds of scopes that it can be for
     * @param codes of these
     */
    public record View(
            List<Row> rows, List<String> kinds, String kind, List<String> places, List<String> codes, Form form) {}

    @CheckedTemplate(basePath = "rules")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance conduct(Page page, View view);
    }

    @GET
    public Response show(@QueryParam("kind") @DefaultValue("") String kind) {
        return Pages.show(page(kind, Form.EMPTY), viewer.language());
    }

    @POST
    public Response decide(RoutingContext request) {
        Conduct.Reading reading = conduct.read(PostedFields.of(request).form(), say());
        if (reading.order().isEmpty()) return again(reading.form());
        mustBeRecent();
        return decided(conduct.decide(
                viewer.caller(), viewer.language(), reading.order().get()));
    }

    @POST
    @Path("/withdraw")
    public Response withdraw(RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        EffectScope scope = conduct.scope(posted.text("scope"), posted.text("id"))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        Rule.Kind kind =
                Conduct.kind(posted.text("kind")).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        String motive = MatrixChange.motive(Optional.of(posted.text("motive")));
        if (motive.isEmpty()) return again(Form.EMPTY.with(new Form.FieldError("motive", say().motiveMissing())));
        mustBeRecent();
        return decided(conduct.withdraw(viewer.caller(), viewer.language(), scope, kind, motive));
    }

    private static Response decided(DecisionRecord decision) {
        return Pages.goTo("/rules/decisions/" + decision.number());
    }

    private Response again(Form form) {
        return Pages.showAgain(page(form.value("kind"), form), viewer.language());
    }

    private void mustBeRecent() {
        if (!viewer.recentlyAuthenticated()) throw new ProblemException(new Problem.AuthenticationTooOld());
    }

    private TemplateInstance page(String wanted, Form form) {
        Rule.Kind kind = Conduct.kind(wanted).orElse(Conduct.KINDS.getFirst());
        View view = new View(
                conduct.inForce().stream()
                        .map(effect -> new Row(
                                EffectLine.of(effect, viewer.language()),
                                effect.scope().id()))
                        .toList(),
                Conduct.KINDS.stream().map(Rule.Kind::code).toList(),
                kind.code(),
                Conduct.places(kind).stream().map(EffectScope.Kind::code).toList(),
                conduct.codes(viewer.caller(), kind),
                form);
        return Templates.conduct(viewer.page(say().conduct()), view);
    }

    private RulesMessages say() {
        return Bundles.in(RulesMessages.class, viewer.language());
    }
}
