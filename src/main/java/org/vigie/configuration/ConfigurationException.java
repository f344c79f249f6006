package org.vigie.configuration;

import java.util.List;

/** The configuration cannot be used. Its message is for the operator, one line per problem, and holds no secret. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ConfigurationException(List<String> problems) {
        super(String.join("\n", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Each as {@code vigie.yaml:12: unknown key "prot"; did you mean "port"?}; at least one. */
    public List<String> problems() {
        return problems;
    }
}
