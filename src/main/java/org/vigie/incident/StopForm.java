package org.vigie.incident;

import java.util.Optional;
import org.vigie.policy.EffectScope;
import org.vigie.web.Form;

/** What is to be suspended and why, as the fields of its form, sent by a page or by a program. */
record StopForm(Form form, Stops stops, Incidents incidents) {
    static final int LONGEST_MOTIVE = 300;
    private static final String ALL = "org";
    private static final String USE_CASE = "use_case";

    /** The form with what is wrong with it. */
    Form checked(IncidentMessages say) {
        if (scope().isEmpty() || !isMotive(motive())) {
            return form.with(new Form.FieldError("what", say.stopFault()));
        }
        if (incident().filter(code -> incidents.find(code).isEmpty()).isPresent()) {
            return form.with(new Form.FieldError("incident", say.incidentFault()));
        }
        return form;
    }

    String motive() {
        return form.value("motive").strip();
    }

    static boolean isMotive(String motive) {
        return !motive.isEmpty() && motive.length() <= LONGEST_MOTIVE;
    }

    Optional<String> incident() {
        return Optional.of(form.value("incident").strip()).filter(code -> !code.isEmpty());
    }

    /** {@code org}, {@code provider:interne}, {@code model:interne/fake-small}, or {@code use_case} with its code beside. */
    Optional<EffectScope> scope() {
        String what = form.value("what");
        if (what.equals(USE_CASE)) {
            String code = form.value("useCase").strip();
            return Optional.of(code)
                    .filter(one -> one.matches("[\\p{Alnum}._-]{1,80}"))
                    .map(EffectScope::useCase);
        }
        return stops.choices().stream()
                .filter(choice -> code(choice).equals(what))
                .findFirst();
    }

    private static String code(EffectScope scope) {
        return scope.equals(EffectScope.ORG) ? ALL : scope.kind().code() + ":" + scope.id();
    }
}
