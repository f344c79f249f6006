package org.vigie.budget;

import java.time.Instant;
import org.vigie.identity.Caller;
import org.vigie.kernel.Language;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.PostedFields;

/**
 * A budget as a page writes it. What the reader may not know is empty.
 *
 * @param euros the amount as a form takes it
 * @param projected empty also while it is too early to tell
 * @param renews empty before anything was used
 */
public record BudgetRow(
        Budget budget,
        String name,
        String amount,
        String euros,
        String spent,
        String reserved,
        String share,
        String projected,
        boolean overspends,
        String since,
        String renews) {
    static BudgetRow of(Budget budget, Caller reader, Language language) {
        Figures figures = new Figures(language);
        BudgetMessages say = Bundles.in(BudgetMessages.class, language);
        boolean shown = budget.hasFigures();
        var standing = budget.standing();
        var projected = budget.projected(Instant.now());
        return new BudgetRow(
                budget,
                name(budget, reader, say),
                figures.cost(budget.limit().amount()),
                PostedFields.euros(budget.limit().amount()),
                shown ? figures.cost(standing.used()) : "",
                shown ? figures.cost(standing.reserved()) : "",
                shown ? figures.percent(standing.percent()) : "",
                projected.map(figures::cost).orElse(""),
                projected.filter(end -> end > budget.limit().amount()).isPresent(),
                standing.since().map(figures::moment).orElse(""),
                standing.renews().map(figures::moment).orElse(""));
    }

    private static String name(Budget budget, Caller reader, BudgetMessages say) {
        String id = budget.envelope().scope().id();
        return switch (budget.envelope().kind()) {
            case "org" -> say.organisation();
            case "person" -> id.equals(reader.person().toString()) ? say.you() : budget.name();
            default -> budget.name();
        };
    }

    public int percent() {
        return Math.min(100, budget.standing().percent());
    }

    /** Whether a decision set it, so that its number leads to a page. */
    public boolean isDecided() {
        return !budget.source().isEmpty();
    }

    /** Whether it is part of a use case, where its owner changes it. */
    public boolean isOfUseCase() {
        return budget.source().startsWith("use_case:");
    }
}
