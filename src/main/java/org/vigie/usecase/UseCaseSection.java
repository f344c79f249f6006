package org.vigie.usecase;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.kernel.DataClass;
import org.vigie.policy.Decisions;
import org.vigie.rulebook.Fields;
import org.vigie.rulebook.Importer;
import org.vigie.rulebook.Refused;
import org.vigie.rulebook.Section;
import org.vigie.web.Bundles;
import org.vigie.web.PostedFields;

/** Use cases in the document of the rules: people by their addresses. One is stopped on its page, with its keys. */
@Singleton
final class UseCaseSection implements Section {
    private final UseCases useCases;
    private final People people;

    @Inject
    UseCaseSection(UseCases useCases, People people) {
        this.useCases = useCases;
        this.people = people;
    }

    @Override
    public String key() {
        return "useCases";
    }

    @Override
    public int rank() {
        return 50;
    }

    @Override
    public Map<String, Map<String, Object>> standing(Caller caller) {
        Map<String, Map<String, Object>> standing = new LinkedHashMap<>();
        useCases.all().stream()
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .forEach(useCase -> standing.put(useCase.code(), content(useCase)));
        return standing;
    }

    private Map<String, Object> content(UseCase useCase) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("title", useCase.title());
        content.put("purpose", useCase.purpose());
        content.put("owner", address(useCase.owner()));
        content.put("dataClass", useCase.dataClass().name());
        content.put("models", useCase.models().stream().sorted().toList());
        content.put(
                "testers",
                useCase.testers().stream().map(this::address).sorted().toList());
        content.put("monthlyBudgetEuros", new BigDecimal(PostedFields.euros(useCase.budgetMicroEuros())));
        content.put("until", useCase.until().toString());
        content.put("state", useCase.state().code());
        return content;
    }

    private String address(UUID person) {
        return people.find(person).map(Person::email).orElseGet(person::toString);
    }

    @Override
    public Wish wish(Importer importer, String name, Fields fields) {
        Optional<UseCase> known = useCases.known(name);
        UUID owner = person(fields.text("owner"));
        Set<UUID> testers = fields.texts("testers").stream().map(this::person).collect(Collectors.toUnmodifiableSet());
        var dataClass = fields.oneOf("dataClass", List.of(DataClass.values()), DataClass::name);
        var budget = fields.amount("monthlyBudgetEuros");
        var until = fields.day("until");
        var state = fields.oneOf("state", List.of(UseCase.State.values()), UseCase.State::code);
        String title = fields.text("title").strip();
        String purpose = fields.text("purpose").strip();
        Set<String> models = Set.copyOf(fields.texts("models"));
        try {
            UseCaseException.when(dataClass.isEmpty(), UseCaseFault.CLASS_MISSING);
            UseCaseException.when(until.isEmpty(), UseCaseFault.UNTIL_PAST);
            UseCase wanted = new UseCase(
                    name,
                    title,
                    purpose,
                    owner,
                    dataClass.get(),
                    models,
                    testers,
                    budget.map(BigDecimal::toPlainString)
                            .flatMap(PostedFields::microEuros)
                            .orElseThrow(() -> new UseCaseException(java.util.EnumSet.of(UseCaseFault.BUDGET_INVALID))),
                    until.get(),
                    state.orElse(UseCase.State.DECLARED),
                    known.map(UseCase::version).orElse(0) + 1);
            return new Wish(content(wanted), () -> List.of(step(importer, known, wanted)));
        } catch (UseCaseException rejected) {
            throw refused(importer, rejected);
        }
    }

    private Decisions.Step step(Importer importer, Optional<UseCase> known, UseCase wanted) {
        try {
            return useCases.step(importer, known, wanted);
        } catch (UseCaseException rejected) {
            throw refused(importer, rejected);
        }
    }

    private UUID person(String address) {
        return people.find(address.strip())
                .map(Person::id)
                .orElseThrow(() -> new Refused(Refused.Reason.NOBODY, address));
    }

    private static Refused refused(Importer importer, UseCaseException rejected) {
        UseCaseMessages say = Bundles.in(UseCaseMessages.class, importer.language());
        String said = rejected.faults().stream().sorted().map(say::fault).collect(Collectors.joining(" "));
        return new Refused(Refused.Reason.SAID, said);
    }
}
