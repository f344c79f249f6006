package org.vigie.budget;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.policy.EffectScope;
import org.vigie.rulebook.Fields;
import org.vigie.rulebook.Importer;
import org.vigie.rulebook.Refused;
import org.vigie.rulebook.Section;
import org.vigie.web.Bundles;
import org.vigie.web.PostedFields;

/** The budgets that were set here, in the document of the rules, named {@code team:conseil:month}; people by address. */
@Singleton
final class BudgetSection implements Section {
    private static final String PERSON = EffectScope.Kind.PERSON.code();

    private final Budgets budgets;
    private final People people;

    @Inject
    BudgetSection(Budgets budgets, People people) {
        this.budgets = budgets;
        this.people = people;
    }

    @Override
    public String key() {
        return "budgets";
    }

    @Override
    public int rank() {
        return 58;
    }

    @Override
    public Map<String, Map<String, Object>> standing(Caller caller) {
        Map<String, Map<String, Object>> standing = new TreeMap<>();
        if (!Rights.allows(caller.roles(), Right.SET_BUDGETS)) return standing;
        budgets.setHere().forEach((envelope, microEuros) -> standing.put(name(envelope), content(microEuros)));
        return standing;
    }

    private String name(Envelope envelope) {
        String id = envelope.kind().equals(PERSON)
                ? people.find(UUID.fromString(envelope.id())).map(Person::email).orElse(envelope.id())
                : envelope.id();
        return envelope.kind() + ":" + id + ":" + envelope.periodCode();
    }

    private static Map<String, Object> content(long microEuros) {
        return Map.of("euros", new BigDecimal(PostedFields.euros(microEuros)));
    }

    @Override
    public Wish wish(Importer importer, String name, Fields fields) {
        Optional<BigDecimal> euros = fields.amount("euros");
        String[] parts = name.split(":", -1);
        if (parts.length != 3) throw fault(importer, BudgetFault.SUBJECT_UNKNOWN);
        Envelope envelope = Envelope.of(parts[0], parts[0].equals(PERSON) ? person(parts[1]) : parts[1], parts[2])
                .orElseThrow(() -> fault(importer, BudgetFault.SUBJECT_UNKNOWN));
        long microEuros = euros.map(BigDecimal::toPlainString)
                .flatMap(PostedFields::microEuros)
                .filter(amount -> amount > 0)
                .orElseThrow(() -> fault(importer, BudgetFault.AMOUNT_INVALID));
        return new Wish(content(microEuros), () -> {
            if (!Rights.allows(importer.caller(), Right.SET_BUDGETS)) {
                throw new Refused(Refused.Reason.NOT_ALLOWED, "");
            }
            return List.of(budgets.step(importer, envelope, microEuros));
        });
    }

    private String person(String address) {
        return budgets.person(address)
                .map(UUID::toString)
                .orElseThrow(() -> new Refused(Refused.Reason.NOBODY, address));
    }

    private static Refused fault(Importer importer, BudgetFault fault) {
        return new Refused(
                Refused.Reason.SAID,
                Bundles.in(BudgetMessages.class, importer.language()).fault(fault));
    }
}
