package org.vigie.usecase;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;

/** Out of the fields of a form, and into them. People are named by their addresses: a list of all would be too long. */
record UseCaseForms(People people) {
    private static final int LONGEST_MOTIVE = 2_000;

    /** @throws UseCaseException with every fault that keeps the form from being read */
    UseCase read(PostedFields posted) {
        EnumSet<UseCaseFault> faults = EnumSet.noneOf(UseCaseFault.class);
        Optional<Person> owner = people.find(posted.text("owner").strip());
        if (owner.isEmpty()) faults.add(UseCaseFault.OWNER_UNKNOWN);
        Optional<DataClass> dataClass = List.of(DataClass.values()).stream()
                .filter(one -> one.name().equals(posted.text("dataClass")))
                .findFirst();
        if (dataClass.isEmpty()) faults.add(UseCaseFault.CLASS_MISSING);
        Optional<Long> budget = PostedFields.microEuros(posted.text("budget"));
        if (budget.isEmpty()) faults.add(UseCaseFault.BUDGET_INVALID);
        Optional<LocalDate> until = PostedFields.day(posted.text("until"));
        if (until.isEmpty()) faults.add(UseCaseFault.UNTIL_PAST);
        Set<UUID> testers = new HashSet<>();
        for (String address : addresses(String.join("\n", posted.values().getOrDefault("testers", List.of())))) {
            people.find(address)
                    .ifPresentOrElse(person -> testers.add(person.id()), () -> faults.add(UseCaseFault.TESTER_UNKNOWN));
        }
        UseCaseException.unlessEmpty(faults);
        return new UseCase(
                posted.text("code").strip(),
                posted.text("title").strip(),
                posted.text("purpose").strip(),
                owner.get().id(),
                dataClass.get(),
                Set.copyOf(posted.values().getOrDefault("models", List.of())),
                testers,
                budget.get(),
                until.get(),
                UseCase.State.DECLARED,
                1);
    }

    /** @throws ProblemException malformed, where no state is called so */
    static UseCase.State next(PostedFields posted) {
        return List.of(UseCase.State.values()).stream()
                .filter(state -> state.code().equals(posted.text("next")))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem.Malformed("next", "no such state")));
    }

    static String motive(PostedFields posted) {
        String motive = posted.text("motive").strip();
        return motive.substring(0, Math.min(motive.length(), LONGEST_MOTIVE));
    }

    Form of(UseCase useCase) {
        return Form.of(Map.of(
                "code", List.of(useCase.code()),
                "title", List.of(useCase.title()),
                "purpose", List.of(useCase.purpose()),
                "owner", List.of(address(useCase.owner())),
                "dataClass", List.of(useCase.dataClass().name()),
                "models", List.copyOf(useCase.models()),
                "testers",
                        List.of(useCase.testers().stream()
                                .map(this::address)
                                .sorted()
                                .collect(Collectors.joining("\n"))),
                "budget", List.of(PostedFields.euros(useCase.budgetMicroEuros())),
                "until", List.of(useCase.until().toString())));
    }

    static Form faults(Form form, UseCaseException rejected, UseCaseMessages say) {
        Form all = form;
        for (UseCaseFault fault : rejected.faults().stream().sorted().toList()) {
            all = all.with(new Form.FieldError(fault.field(), say.fault(fault)));
        }
        return all;
    }

    private String address(UUID person) {
        return people.find(person).map(Person::email).orElse("");
    }

    private static List<String> addresses(String text) {
        return Arrays.stream(text.split("[\\s,;]+", UseCase.MOST_TESTERS * 10))
                .filter(word -> !word.isBlank())
                .toList();
    }
}
