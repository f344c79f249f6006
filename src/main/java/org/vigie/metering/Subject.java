package org.vigie.metering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.vigie.identity.Caller;
import org.vigie.policy.EffectScope;

/**
 * Whom a limit is for.
 *
 * @param id the key's or the person's id, or the code of the rest; empty for the organisation
 */
public record Subject(Kind kind, String id) {
    /** What can have limits, from the narrowest to the widest. */
    public enum Kind {
        KEY,
        PERSON,
        USE_CASE,
        MISSION,
        TEAM,
        ORG;

        /** As the configuration file and the records write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Subject person(UUID id) {
        return new Subject(Kind.PERSON, id.toString());
    }

    public static Subject key(UUID id) {
        return new Subject(Kind.KEY, id.toString());
    }

    public static Subject team(String code) {
        return new Subject(Kind.TEAM, code);
    }

    /** Empty for what has no limits of its own: a provider, a model. */
    public static Optional<Subject> of(EffectScope scope) {
        return switch (scope.kind()) {
            case ORG -> Optional.of(new Subject(Kind.ORG, ""));
            case TEAM -> Optional.of(team(scope.id()));
            case PERSON -> Optional.of(new Subject(Kind.PERSON, scope.id()));
            case USE_CASE -> Optional.of(new Subject(Kind.USE_CASE, scope.id()));
            case MISSION -> Optional.of(new Subject(Kind.MISSION, scope.id()));
            case PROVIDER, MODEL -> Optional.empty();
        };
    }

    /** All whose limits of the configuration a caller's request counts against. */
    static List<Subject> of(Caller caller) {
        List<Subject> subjects = new ArrayList<>(3);
        if (caller.credential() instanceof Caller.Credential.Key key) subjects.add(key(key.id()));
        subjects.add(person(caller.person()));
        caller.team().ifPresent(code -> subjects.add(team(code)));
        return subjects;
    }

    /** As it is stored: {@code team:conseil}. */
    public String code() {
        return kind.code() + ":" + id;
    }

    /** The reverse of {@link #code}. */
    static Subject parse(String code) {
        int colon = code.indexOf(':');
        return new Subject(Kind.valueOf(code.substring(0, colon).toUpperCase(Locale.ROOT)), code.substring(colon + 1));
    }
}
