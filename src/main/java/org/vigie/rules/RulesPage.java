package org.vigie.rules;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.policy.Policy;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** What is in force and who decided it: the matrix, the decisions, and what changed between two snapshots. */
@Path("/rules")
@RunOnVirtualThread
@Cache(noStore = true)
public class RulesPage {
    private static final int SHOWN = 50;
    private static final int MOST = 1_000;

    private final Policy policy;
    private final Decisions decisions;
    private final People people;
    private final Viewer viewer;

    @Inject
    RulesPage(Policy policy, Decisions decisions, People people, Viewer viewer) {
        this.policy = policy;
        this.decisions = decisions;
        this.people = people;
        this.viewer = viewer;
    }

    /** @param by who decided; empty where nobody did */
    public record DecisionRow(String number, String subject, String motive, String by, Optional<Instant> at) {}

    /** @param mayDecide whether this person may change the matrix */
    public record Overview(long snapshot, MatrixView matrix, List<DecisionRow> decisions, boolean mayDecide) {}

    /**
     * @param contacts whom to speak to about it
     * @param ofPersons how many effects stand on persons, who are not named
     */
    public record One(DecisionRow decision, List<Contact> contacts, List<EffectLine> effects, long ofPersons) {}

    @CheckedTemplate(basePath = "rules")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance rules(Page page, Overview view, Figures say);

        static native TemplateInstance decision(Page page, One view, Figures say);

        static native TemplateInstance compare(Page page, Comparison view, Figures say);
    }

    @GET
    public Response show() {
        Overview view = new Overview(
                policy.snapshot().number(),
                MatrixView.of(policy.matrix()),
                decisions.newest(MOST).stream()
                        .filter(eyes()::see)
                        .limit(SHOWN)
                        .map(this::row)
                        .toList(),
                Rights.allows(viewer.caller(), Right.DECIDE_RULES));
        return Pages.show(Templates.rules(viewer.page(say().rules()), view, figures()), viewer.language());
    }

    @GET
    @Path("decisions/{number}")
    public Response decision(@PathParam("number") String number) {
        Eyes eyes = eyes();
        DecisionRecord decision = decisions
                .find(number)
                .filter(eyes::see)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        var effects = eyes.of(decisions.effectsOf(number));
        One view = new One(
                row(decision),
                Contact.of(decision, people),
                EffectLine.withoutPersons(effects, language()),
                EffectLine.ofPersons(effects));
        return Pages.show(Templates.decision(viewer.page(say().decision(number)), view, figures()), language());
    }

    /** Without numbers: what the newest snapshot changed. */
    @GET
    @Path("compare")
    public Response compare(
            @QueryParam("from") @DefaultValue("-1") long from, @QueryParam("to") @DefaultValue("-1") long to) {
        Comparison view = Comparison.between(from, to, policy, decisions, eyes(), language());
        return Pages.show(Templates.compare(viewer.page(say().compare()), view, figures()), language());
    }

    private DecisionRow row(DecisionRecord decision) {
        boolean untouched = decision.by().isEmpty();
        return new DecisionRow(
                decision.number(),
                decision.subject(),
                decision.motive(),
                decision.by().flatMap(people::find).map(Person::name).orElse(""),
                untouched ? Optional.empty() : Optional.of(decision.at()));
    }

    private Eyes eyes() {
        return Eyes.of(viewer.caller(), policy);
    }

    private Language language() {
        return viewer.language();
    }

    private Figures figures() {
        return new Figures(language());
    }

    private RulesMessages say() {
        return Bundles.in(RulesMessages.class, language());
    }
}
