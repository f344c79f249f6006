package org.vigie.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.audit.AuditLog;
import org.vigie.identity.ApiKey;
import org.vigie.identity.ApiKeys;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Team;
import org.vigie.identity.Teams;
import org.vigie.kernel.Tally;
import org.vigie.metering.Limit;
import org.vigie.metering.Limits;
import org.vigie.metering.Measure;
import org.vigie.metering.Meter;
import org.vigie.metering.Reservations;
import org.vigie.metering.Standing;
import org.vigie.metering.Subject;
import org.vigie.policy.Policy;

/**
 * What one has used and may use, for oneself; for administrators the teams' limits besides. Nobody sees another person's
 * use, nor that of a team so small that it would tell it.
 */
@Path("/settings/limits")
@RunOnVirtualThread
public class LimitsPage {
    private final AuditLog audit;
    private final Limits limits;
    private final Reservations reservations;
    private final ApiKeys keys;
    private final Teams teams;
    private final Policy policy;
    private final Viewer viewer;

    @Inject
    LimitsPage(
            AuditLog audit,
            Limits limits,
            Reservations reservations,
            ApiKeys keys,
            Teams teams,
            Policy policy,
            Viewer viewer) {
        this.audit = audit;
        this.limits = limits;
        this.reservations = reservations;
        this.keys = keys;
        this.teams = teams;
        this.policy = policy;
        this.viewer = viewer;
    }

    /** @param used empty where it may not be shown; @param renews empty where nothing was used yet */
    public record Row(
            String subject, Measure measure, Optional<String> used, String most, String renews, boolean usedUp) {}

    /** One line of one's own use. */
    public record UseRow(String period, String exchanges, String input, String output, String cost, String estimated) {}

    /** @param ofTeams empty for whoever may not see all teams */
    public record Content(List<UseRow> use, List<Row> mine, Optional<List<Row>> ofTeams, boolean hidden) {}

    @CheckedTemplate(basePath = "limits")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance limits(Page page, Content content);
    }

    @GET
    public Response show() {
        Caller caller = viewer.session().caller();
        Set<String> shown = Tally.named(teams.sizes());
        List<Row> mine = mine(caller, shown);
        Optional<List<Row>> all = Rights.allows(caller, Right.MANAGE_PEOPLE)
                ? Optional.of(teams.all().stream()
                        .flatMap(team -> ofTeam(team, limits.of(Subject.team(team.code()), ""), shown).stream())
                        .toList())
                : Optional.empty();
        boolean hidden = mine.stream().anyMatch(row -> row.used().isEmpty())
                || all.orElse(List.of()).stream().anyMatch(row -> row.used().isEmpty());
        Content content = new Content(use(caller), mine, all, hidden);
        return Pages.show(Templates.limits(viewer.page(say().title()), content), viewer.language());
    }

    private List<UseRow> use(Caller caller) {
        LocalDate today = LocalDate.ofInstant(policy.now(), Meter.ZONE);
        return List.of(use(caller, say().today(), today), use(caller, say().month(), today.withDayOfMonth(1)));
    }

    private UseRow use(Caller caller, String period, LocalDate since) {
        Instant from = since.atStartOfDay(Meter.ZONE).toInstant();
        org.vigie.audit.Use use = audit.useOf(caller.person(), from);
        Figures figures = figures();
        return new UseRow(
                period,
                figures.count(use.exchanges()),
                figures.count(use.inputTokens()),
                figures.count(use.outputTokens()),
                figures.cost(use.costMicroEuros()),
                figures.count(use.estimated()));
    }

    private List<Row> mine(Caller caller, Set<String> shown) {
        List<Row> rows = new ArrayList<>();
        OwnLimits own = OwnLimits.of(caller, limits, policy);
        own.personal().forEach(limit -> rows.add(row(say().you(), limit, true)));
        for (ApiKey key : keys.of(caller.person())) {
            if (!key.live(policy.now())) continue;
            limits.of(Subject.key(key.id()), "").forEach(limit -> rows.add(row(say().key(key.name()), limit, true)));
        }
        teams.all().stream()
                .filter(team -> caller.team().filter(team.code()::equals).isPresent())
                .forEach(team -> rows.addAll(ofTeam(team, own.ofTeam(), shown)));
        return rows;
    }

    private List<Row> ofTeam(Team team, List<Limit> known, Set<String> shown) {
        return known.stream()
                .map(limit -> row(say().team(team.name()), limit, shown.contains(team.code())))
                .toList();
    }

    private Row row(String subject, Limit limit, boolean shown) {
        Standing standing = reservations.standing(limit);
        Figures figures = figures();
        return new Row(
                subject,
                limit.measure(),
                shown ? Optional.of(figures.amount(limit.measure(), standing.used())) : Optional.empty(),
                figures.amount(limit.measure(), limit.amount()),
                limit.measure().isBudget()
                        ? standing.renews().map(figures::moment).orElse("")
                        : "",
                standing.isUsedUp());
    }

    private Figures figures() {
        return new Figures(viewer.language());
    }

    private LimitsMessages say() {
        return Bundles.in(LimitsMessages.class, viewer.language());
    }
}
