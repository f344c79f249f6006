package org.vigie.charter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vigie.identity.Role;

/** For whom the charter has advice of its own. Everybody chooses the one that they belong to. */
public enum Audience {
    EXECUTIVES(Set.of(Role.CIO)),
    BUSINESS(Set.of()),
    SUPPORT(Set.of(Role.HR, Role.LEGAL, Role.PROCUREMENT)),
    CONTROL(Set.of(Role.CISO, Role.DPO, Role.AUDITOR, Role.VALIDATOR)),
    SUBCONTRACTORS(Set.of(Role.SUBCONTRACTOR));

    private final Set<Role> roles;

    Audience(Set<Role> roles) {
        this.roles = roles;
    }

    /** As it is stored and written in addresses: {@code subcontractors}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Audience> of(String code) {
        return List.of(values()).stream()
                .filter(audience -> audience.code().equals(code))
                .findFirst();
    }

    /** What somebody with these roles is shown before they choose. */
    static Audience likely(Set<Role> roles) {
        return List.of(SUBCONTRACTORS, CONTROL, SUPPORT, EXECUTIVES).stream()
                .filter(audience -> audience.roles.stream().anyMatch(roles::contains))
                .findFirst()
                .orElse(BUSINESS);
    }

    /** In French, as it stands in the text that is signed. */
    String french() {
        return switch (this) {
            case EXECUTIVES -> "Direction";
            case BUSINESS -> "Métiers";
            case SUPPORT -> "Fonctions support";
            case CONTROL -> "Fonctions de contrôle";
            case SUBCONTRACTORS -> "Sous-traitants";
        };
    }
}
