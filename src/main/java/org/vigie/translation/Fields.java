package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** Says no to what cannot be carried over, rather than to send something else than was asked. */
final class Fields {
    private Fields() {}

    /**
     * @param carried those that have a counterpart
     * @param harmless those that change nothing which the client can count on
     */
    static void check(JsonNode request, Set<String> carried, Set<String> harmless) {
        request.propertyStream().forEach(field -> {
            String name = field.getKey();
            if (!carried.contains(name) && !harmless.contains(name) && says(field.getValue())) throw without(name);
        });
    }

    /** Whether a value is more than the absence of one. */
    private static boolean says(JsonNode value) {
        if (value.isNumber()) return value.decimalValue().signum() != 0;
        return switch (value.getNodeType()) {
            case NULL, MISSING -> false;
            case BOOLEAN -> value.booleanValue();
            case STRING -> !value.textValue().isEmpty();
            default -> !value.isEmpty();
        };
    }

    static ProblemException without(String place) {
        return new ProblemException(new Problem.Malformed(
                place, "the provider of this model speaks another API, which has nothing for it; leave it out"));
    }

    static ProblemException malformed(String place, String fault) {
        return new ProblemException(new Problem.Malformed(place, fault));
    }
}
