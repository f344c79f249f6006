package org.vigie.budget;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.budget.Budgets.Wanted;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;

/** Out of the fields of a form, or of a program's body. People are named by their addresses: a list would be too long. */
record BudgetForms(Budgets budgets, BudgetMessages say) {
    private static final int LONGEST_REASON = 2_000;

    /** What is to be set. */
    record Order(Wanted wanted, long microEuros) {}

    /** A new one. @throws BudgetException with every fault that keeps the form from being read */
    Order read(PostedFields posted) {
        EnumSet<BudgetFault> faults = EnumSet.noneOf(BudgetFault.class);
        Optional<Envelope> envelope =
                envelope(posted.text("kind"), posted.text("subject").strip(), posted.text("period"));
        if (envelope.isEmpty()) faults.add(BudgetFault.SUBJECT_UNKNOWN);
        Optional<Long> amount = PostedFields.microEuros(posted.text("amount"));
        if (amount.isEmpty()) faults.add(BudgetFault.AMOUNT_INVALID);
        if (reason(posted).isEmpty()) faults.add(BudgetFault.REASON_MISSING);
        BudgetException.unlessEmpty(faults);
        return new Order(new Wanted(envelope.get(), reason(posted), Optional.of("")), amount.get());
    }

    private Optional<Envelope> envelope(String kind, String subject, String period) {
        String id = switch (kind) {
            case "person" -> budgets.person(subject).map(UUID::toString).orElse("");
            case "org" -> "all";
            default -> subject;
        };
        return Envelope.of(kind, id, period);
    }

    /** Another amount. @throws BudgetException when it is none */
    Order read(Envelope envelope, PostedFields posted) {
        Optional<Long> amount = PostedFields.microEuros(posted.text("amount"));
        BudgetException.when(amount.isEmpty(), BudgetFault.AMOUNT_INVALID);
        return new Order(wanted(envelope, posted), amount.orElseThrow());
    }

    Wanted wanted(Envelope envelope, PostedFields posted) {
        Optional<String> replaces =
                posted.values().containsKey("replaces") ? Optional.of(posted.text("replaces")) : Optional.empty();
        return new Wanted(envelope, reason(posted), replaces);
    }

    private static String reason(PostedFields posted) {
        String reason = posted.text("reason").strip();
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    Form faults(Form form, Set<BudgetFault> faults) {
        Form all = form;
        for (BudgetFault fault : faults.stream().sorted().toList()) {
            all = all.with(new Form.FieldError(fault.field(), say.fault(fault)));
        }
        return all;
    }
}
