package org.vigie.incident;

import org.vigie.policy.EffectScope;

/** What is stopped, as decisions and logs call it: they are written once, in the firm's language. */
final class StopWords {
    private StopWords() {}

    static String subject(EffectScope scope) {
        return switch (scope.kind()) {
            case ORG -> "toute la passerelle";
            case PROVIDER -> "fournisseur " + scope.id();
            case MODEL -> "modèle " + scope.id();
            case USE_CASE -> "cas d’usage " + scope.id();
            case TEAM, PERSON, MISSION ->
                throw new IllegalArgumentException(scope.kind().code());
        };
    }
}
