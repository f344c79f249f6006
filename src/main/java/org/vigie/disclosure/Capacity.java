package org.vigie.disclosure;

import java.util.Locale;
import org.vigie.identity.Role;

/** As what somebody gives a key. */
enum Capacity {
    DPO,
    CISO,
    /** A staff representative who was named beforehand. */
    STAFF_REP,
    /** An outside counsel who was named beforehand. */
    COUNSEL;

    /** The stored name: {@code staff_rep}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that gives it. @throws IllegalStateException where somebody is named to it */
    Role role() {
        return switch (this) {
            case DPO -> Role.DPO;
            case CISO -> Role.CISO;
            case STAFF_REP, COUNSEL -> throw new IllegalStateException(this + " is named");
        };
    }

    static Capacity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
