package org.vigie.policy;

import java.util.Locale;
import java.util.UUID;

/**
 * Where an effect holds.
 *
 * @param id a team's, use case's, mission's or provider's code, a person's id, a model by its target's or its route's
 *     name; empty for the organisation
 */
public record EffectScope(Kind kind, String id) {
    public static final EffectScope ORG = new EffectScope(Kind.ORG, "");

    /** The scopes of the domain model that the gateway can tell apart. */
    public enum Kind {
        ORG,
        TEAM,
        PERSON,
        USE_CASE,
        MISSION,
        PROVIDER,
        MODEL;

        /** As it is stored and written in files: {@code use_case}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public static EffectScope team(String code) {
        return new EffectScope(Kind.TEAM, code);
    }

    public static EffectScope person(UUID id) {
        return new EffectScope(Kind.PERSON, id.toString());
    }

    public static EffectScope useCase(String code) {
        return new EffectScope(Kind.USE_CASE, code);
    }

    public static EffectScope mission(String code) {
        return new EffectScope(Kind.MISSION, code);
    }

    public static EffectScope provider(String id) {
        return new EffectScope(Kind.PROVIDER, id);
    }

    /** @param name {@code interne/fake-small}, or the name that clients use */
    public static EffectScope model(String name) {
        return new EffectScope(Kind.MODEL, name);
    }
}
