package org.vigie.metering;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.vigie.identity.Caller;

/**
 * Whom a limit is for. A use case or a mission, once they exist, is one more kind here and one more line in {@link #of}.
 *
 * @param id the key's or the person's id, or the team's code
 */
public record Subject(Kind kind, String id) {
    /** What can have limits, from the narrowest to the widest. */
    public enum Kind {
        KEY,
        PERSON,
        TEAM;

        /** As the configuration file and the records write it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
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

    /** All whose limits a caller's request counts against. */
    static List<Subject> of(Caller caller) {
        List<Subject> subjects = new ArrayList<>(3);
        if (caller.credential() instanceof Caller.Credential.Key key) subjects.add(key(key.id()));
        subjects.add(person(caller.person()));
        caller.team().ifPresent(code -> subjects.add(team(code)));
        return subjects;
    }

    /** As it is stored: {@code team:conseil}. */
    String code() {
        return kind.code() + ":" + id;
    }
}
