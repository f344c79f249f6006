package org.vigie.disclosure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why traces are asked for, in a word that the register can hold without telling of anybody. */
enum Category {
    SECURITY,
    LEAK,
    MISUSE,
    LEGAL;

    /** The stored name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Category> find(String code) {
        return List.of(values()).stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }
}
