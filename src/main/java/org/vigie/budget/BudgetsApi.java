package org.vigie.budget;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.metering.Alert;
import org.vigie.policy.DecisionRecord;
import org.vigie.web.ApiBody;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** Budgets for programs, with the same rights as the page; what the caller may not know is absent. */
@Path("/api/v1/budgets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "budgets")
public class BudgetsApi {
    private final Budgets budgets;
    private final OwnAlerts alerts;
    private final Viewer viewer;

    @Inject
    BudgetsApi(Budgets budgets, OwnAlerts alerts, Viewer viewer) {
        this.budgets = budgets;
        this.alerts = alerts;
        this.viewer = viewer;
    }

    /**
     * @param kind {@code org}, {@code team}, {@code mission}, {@code use_case} or {@code person}
     * @param id a code, a person's id, or {@code all}
     * @param period {@code day} or {@code month}
     * @param reached the highest threshold that is reached: 0, 50, 80 or 100
     * @param projectedMicroEuros at the period's end, at the rate so far; absent while it is too early to tell
     * @param prevails whether it is the smallest for its subject and period
     */
    public record BudgetJson(
            String kind,
            String id,
            String name,
            String period,
            long amountMicroEuros,
            int reached,
            Optional<Long> spentMicroEuros,
            Optional<Long> reservedMicroEuros,
            Optional<Integer> percent,
            Optional<Long> projectedMicroEuros,
            Optional<Instant> renews,
            boolean prevails,
            String decision) {
        static BudgetJson of(Budget budget) {
            Optional<Budget> figures = Optional.of(budget).filter(Budget::hasFigures);
            return new BudgetJson(
                    budget.envelope().kind(),
                    budget.envelope().id(),
                    budget.name(),
                    budget.envelope().periodCode(),
                    budget.limit().amount(),
                    budget.reached(),
                    figures.map(one -> one.standing().used()),
                    figures.map(one -> one.standing().reserved()),
                    figures.map(one -> one.standing().percent()),
                    budget.projected(Instant.now()),
                    budget.standing().renews(),
                    budget.prevails(),
                    budget.limit().decision());
        }
    }

    /**
     * That a threshold was reached, told to the caller and not said to have been read.
     *
     * @param percent 50, 80 or 100
     * @param decision that set the budget; empty for one of the configuration file
     */
    public record AlertJson(String kind, String id, String period, int percent, String decision, Instant at) {
        static AlertJson of(Alert alert) {
            Envelope envelope = Envelope.of(alert.subject(), alert.measure());
            return new AlertJson(
                    envelope.kind(),
                    envelope.id(),
                    envelope.periodCode(),
                    alert.percent(),
                    alert.decision(),
                    alert.at());
        }
    }

    /** @param decision the number of what was decided */
    public record Decided(String decision) {}

    @GET
    @Operation(summary = "Every budget that the caller may know of, as far as they may")
    public List<BudgetJson> all() {
        return budgets.visibleTo(viewer.caller()).stream().map(BudgetJson::of).toList();
    }

    @GET
    @Path("/alerts")
    @Operation(summary = "What the caller was told of budgets and has not said to have read, the most urgent first")
    public List<AlertJson> alerts() {
        return alerts.unread(viewer.caller()).stream().map(AlertJson::of).toList();
    }

    @POST
    @Path("/alerts/read")
    @Operation(summary = "Says that the caller has read all of them")
    public List<AlertJson> read() {
        alerts.read(viewer.caller());
        return alerts();
    }

    @GET
    @Path("/{kind}/{id}/{period}")
    @Operation(summary = "One budget")
    public BudgetJson one(
            @PathParam("kind") String kind, @PathParam("id") String id, @PathParam("period") String period) {
        return BudgetJson.of(budgets.find(viewer.caller(), envelope(kind, id, period)));
    }

    /**
     * A new budget, as the form has it.
     *
     * @param subject a person's address or a code; none for the organisation
     * @param amount in euros
     */
    public record NewBody(
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String period,
            @Nullable BigDecimal amount,
            @Nullable String reason) {}

    /**
     * @param amount in euros
     * @param replaces the number of the decision that was read: nothing is changed when another one stands
     */
    public record ChangeBody(
            @Nullable BigDecimal amount,
            @Nullable String reason,
            @Nullable String replaces) {}

    /** Why it is withdrawn. */
    public record WithdrawBody(String reason, @Nullable String replaces) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets a budget where there is none")
    public Decided set(@Nullable NewBody body) {
        return decided(() -> {
            BudgetForms.Order order = forms().read(ApiBody.fields(body));
            return budgets.set(viewer.caller(), order.wanted(), order.microEuros());
        });
    }

    @PUT
    @Path("/{kind}/{id}/{period}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets or changes a budget")
    public Decided put(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @PathParam("period") String period,
            @Nullable ChangeBody body) {
        Envelope envelope = envelope(kind, id, period);
        return decided(() -> {
            BudgetForms.Order order = forms().read(envelope, ApiBody.fields(body));
            return budgets.set(viewer.caller(), order.wanted(), order.microEuros());
        });
    }

    @DELETE
    @Path("/{kind}/{id}/{period}")
    @Operation(summary = "Withdraws a budget that was set here")
    public Decided withdraw(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @PathParam("period") String period,
            @QueryParam("reason") @DefaultValue("") String reason,
            @QueryParam("replaces") @Nullable String replaces) {
        Envelope envelope = envelope(kind, id, period);
        PostedFields sent = ApiBody.fields(new WithdrawBody(reason, replaces));
        return decided(() -> budgets.withdraw(viewer.caller(), forms().wanted(envelope, sent)));
    }

    private Decided decided(Supplier<DecisionRecord> act) {
        try {
            return new Decided(act.get().number());
        } catch (BudgetException rejected) {
            if (rejected.faults().contains(BudgetFault.CHANGED_MEANWHILE)) {
                throw new ProblemException(new Problem.ChangedMeanwhile());
            }
            throw forms().faults(Form.EMPTY, rejected.faults()).problem();
        }
    }

    private static Envelope envelope(String kind, String id, String period) {
        return Envelope.of(kind, id, period).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    private BudgetForms forms() {
        return new BudgetForms(budgets, Bundles.in(BudgetMessages.class, viewer.language()));
    }
}
