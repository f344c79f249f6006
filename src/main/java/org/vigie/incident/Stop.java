package org.vigie.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.kernel.Wording;
import org.vigie.policy.EffectScope;
import org.vigie.policy.PolicyEffect.Draft;
import org.vigie.policy.Rule;

/**
 * Something that the kill switch holds, or held.
 *
 * @param incident the code of the incident that it contains; absent where it was pulled on its own
 * @param motive what refused people read
 * @param decision the number that refusals quote
 */
public record Stop(
        UUID id,
        Optional<String> incident,
        EffectScope scope,
        String motive,
        String decision,
        UUID by,
        Instant at,
        Optional<Lifted> lifted) {

    /** How it ended. */
    public record Lifted(UUID by, Instant at, String decision, String motive) {}

    public boolean isLive() {
        return lifted.isEmpty();
    }

    /** About what its decisions are: those of one incident stand together. */
    String source() {
        return source(incident, scope);
    }

    static String source(Optional<String> incident, EffectScope scope) {
        return incident.map(code -> "incident:" + code)
                .orElseGet(() -> "stop:" + scope.kind().code() + ":" + scope.id());
    }

    List<Draft> effects() {
        Draft suspended = new Draft(scope, new Rule.Suspend(), new Wording(motive, motive));
        if (!scope.equals(EffectScope.ORG)) return List.of(suspended);
        return List.of(
                suspended,
                new Draft(
                        scope,
                        new Rule.Banner(),
                        new Wording(
                                "L’usage de l’IA est suspendu pour tous (décision " + decision + "). " + motive,
                                "The use of AI is suspended for everybody (decision " + decision + "). " + motive)));
    }
}
