package org.vigie.budget;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.budget.Budget.Sight;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.metering.Alerts;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** Mesure › Budgets: those in force as far as one may know them; setting, changing and withdrawing one by a decision. */
@Path("/budgets")
@RunOnVirtualThread
@Cache(noStore = true)
public class BudgetsPage {
    private final Viewer viewer;
    private final Budgets budgets;
    private final Alerts alerts;
    private final OwnAlerts own;

    @Inject
    BudgetsPage(Viewer viewer, Budgets budgets, Alerts alerts, OwnAlerts own) {
        this.viewer = viewer;
        this.budgets = budgets;
        this.alerts = alerts;
        this.own = own;
    }

    /** @param unread what the reader was told and has not said to have read */
    public record ListView(
            List<BudgetRow> rows, List<String> unread, boolean maySet, boolean hidden, boolean ofPersons) {}

    /** @param reached the thresholds that were reached in this period, with their moments */
    public record FileView(BudgetRow row, List<Reached> reached, boolean maySet, Form form) {}

    public record Reached(int percent, String at) {}

    @CheckedTemplate(basePath = "budget")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Page page, ListView view);

        static native TemplateInstance form(Page page, Form form);

        static native TemplateInstance file(Page page, FileView view);
    }

    @GET
    public Response list() {
        List<BudgetRow> rows =
                budgets.visibleTo(viewer.caller()).stream().map(this::row).toList();
        ListView view = new ListView(
                rows,
                viewer.unreadAlerts(),
                maySet(),
                rows.stream().anyMatch(row -> row.budget().sight() == Sight.THRESHOLD),
                rows.stream().anyMatch(row -> row.budget().sight() == Sight.EXISTENCE));
        return Pages.show(Templates.list(viewer.page(say().budgets()), view), viewer.language());
    }

    /** The reader has read what they were told. */
    @POST
    @Path("/read")
    public Response read() {
        own.read(viewer.caller());
        return Pages.goTo("/budgets");
    }

    @GET
    @Path("/new")
    public Response begin(
            @QueryParam("kind") @DefaultValue("team") String kind,
            @QueryParam("subject") @DefaultValue("") String about) {
        Form form = Form.of(Map.of("kind", List.of(kind), "subject", List.of(about), "period", List.of("month")));
        return Pages.show(Templates.form(viewer.page(say().set()), form), viewer.language());
    }

    @POST
    public Response set(RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        try {
            BudgetForms.Order order = forms().read(posted);
            budgets.set(viewer.caller(), order.wanted(), order.microEuros());
            return Pages.goTo(order.wanted().envelope().path());
        } catch (BudgetException rejected) {
            Form form = forms().faults(posted.form(), rejected.faults());
            return Pages.showAgain(Templates.form(viewer.page(say().set()), form), viewer.language());
        }
    }

    @GET
    @Path("/{kind}/{id}/{period}")
    public Response show(
            @PathParam("kind") String kind, @PathParam("id") String id, @PathParam("period") String period) {
        return Pages.show(file(known(kind, id, period), Form.EMPTY), viewer.language());
    }

    @POST
    @Path("/{kind}/{id}/{period}")
    public Response change(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @PathParam("period") String period,
            RoutingContext request) {
        Envelope envelope = known(kind, id, period);
        PostedFields posted = PostedFields.of(request);
        try {
            BudgetForms.Order order = forms().read(envelope, posted);
            budgets.set(viewer.caller(), order.wanted(), order.microEuros());
            return Pages.goTo(envelope.path());
        } catch (BudgetException rejected) {
            return again(envelope, posted, rejected);
        }
    }

    @POST
    @Path("/{kind}/{id}/{period}/withdraw")
    public Response withdraw(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @PathParam("period") String period,
            RoutingContext request) {
        Envelope envelope = known(kind, id, period);
        PostedFields posted = PostedFields.of(request);
        try {
            budgets.withdraw(viewer.caller(), forms().wanted(envelope, posted));
            return Pages.goTo("/budgets");
        } catch (BudgetException rejected) {
            return again(envelope, posted, rejected);
        }
    }

    private Response again(Envelope envelope, PostedFields posted, BudgetException rejected) {
        return Pages.showAgain(file(envelope, forms().faults(posted.form(), rejected.faults())), viewer.language());
    }

    private static Envelope known(String kind, String id, String period) {
        return Envelope.of(kind, id, period).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    private TemplateInstance file(Envelope envelope, Form form) {
        Budget budget = budgets.find(viewer.caller(), envelope);
        BudgetRow row = row(budget);
        Figures figures = new Figures(viewer.language());
        List<Reached> reached = budget.sight() == Sight.EXISTENCE
                ? List.of()
                : alerts.current().stream()
                        .filter(alert -> alert.isOf(budget.limit()))
                        .map(alert -> new Reached(alert.percent(), figures.moment(alert.at())))
                        .toList();
        FileView view = new FileView(row, reached, maySet() && budget.isOwnDecision(), form);
        return Templates.file(viewer.page(row.name()), view);
    }

    private BudgetRow row(Budget budget) {
        return BudgetRow.of(budget, viewer.caller(), viewer.language());
    }

    private boolean maySet() {
        return Rights.allows(viewer.caller(), Right.SET_BUDGETS);
    }

    private BudgetForms forms() {
        return new BudgetForms(budgets, say());
    }

    private BudgetMessages say() {
        return Bundles.in(BudgetMessages.class, viewer.language());
    }
}
