package org.vigie.web;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.vigie.identity.AccountFault;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * A form as it is shown again: what was typed, never a password, and what is wrong with it.
 *
 * @param values by field name
 * @param errors in the order of the fields of the faults
 */
public record Form(Map<String, List<String>> values, List<FieldError> errors) {
    /** @param field the id of the input that it is about */
    public record FieldError(String field, String message) {}

    public static final Form EMPTY = new Form(Map.of(), List.of());

    public Form {
        values = Map.copyOf(values);
        errors = List.copyOf(errors);
    }

    public static Form of(Map<String, List<String>> values) {
        return new Form(values, List.of());
    }

    /** What a page sent, whole, without passwords and tokens. */
    public static Form posted(RoutingContext request) {
        return PostedFields.of(request).whole();
    }

    public Form with(FieldError error) {
        List<FieldError> more = new ArrayList<>(errors);
        more.add(error);
        return new Form(values, more);
    }

    /** What a program is told of the errors. */
    public ProblemException problem() {
        return new ProblemException(new Problem.Rejected(errors.stream()
                .map(error -> new Problem.Rejected.FieldFault(error.field(), error.message()))
                .toList()));
    }

    /**
     * The fields that were sent and do not fit, each where the others stay as they are here: their faults, in the order
     * of their names.
     *
     * @param message what is told of each
     */
    public Form unfit(PostedFields sent, BiPredicate<String, Form> fits, String message) {
        Form faults = EMPTY;
        for (String field : sent.values().keySet().stream().sorted().toList()) {
            Form alone = over(new PostedFields(Map.of(field, List.of(sent.text(field)))));
            if (!fits.test(field, alone)) faults = faults.with(new FieldError(field, message));
        }
        return faults;
    }

    /** This, with what was sent of it instead. */
    public Form over(PostedFields sent) {
        Map<String, List<String>> all = new HashMap<>(values);
        all.putAll(sent.values());
        return new Form(all, errors);
    }

    /** As if it had been posted. */
    public PostedFields fields() {
        return new PostedFields(values);
    }

    Form with(Set<AccountFault> faults, IdentityMessages say) {
        Form form = this;
        for (AccountFault fault : faults.stream().sorted().toList()) {
            form = form.with(new FieldError(field(fault), say.fault(fault)));
        }
        return form;
    }

    /** What was typed there, or nothing. */
    public String value(String field) {
        return first(field).orElse("");
    }

    Optional<String> first(String field) {
        return values.getOrDefault(field, List.of()).stream().findFirst();
    }

    public boolean holds(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    /** What is wrong there, or nothing. */
    public String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .collect(Collectors.joining(" "));
    }

    private static String field(AccountFault fault) {
        return switch (fault) {
            case EMAIL_INVALID, EMAIL_TAKEN -> "email";
            case NAME_MISSING, NAME_TOO_LONG -> "name";
            case PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG -> "newPassword";
            case PASSWORD_WRONG -> "password";
            case ROLE_MISSING, LAST_ADMINISTRATOR -> "roles";
            case TEAM_UNKNOWN -> "team";
            case TEAM_CODE_INVALID, TEAM_EXISTS, CODE_WRONG -> "code";
            case SCOPE_MISSING, SCOPE_NOT_ALLOWED -> "scopes";
            case EXPIRY_PAST -> "days";
        };
    }
}
