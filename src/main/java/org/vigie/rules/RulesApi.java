package org.vigie.rules;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.policy.Policy;
import org.vigie.policy.Snapshot;
import org.vigie.web.Viewer;

/** What is in force, for programs, and to be kept in a repository; the same as the pages show. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "rules")
public class RulesApi {
    private static final int MOST = 1_000;

    private final Policy policy;
    private final Decisions decisions;
    private final Viewer viewer;

    @Inject
    RulesApi(Policy policy, Decisions decisions, Viewer viewer) {
        this.policy = policy;
        this.decisions = decisions;
        this.viewer = viewer;
    }

    /**
     * @param effects without those on persons
     * @param ofPersons how many stand on persons
     */
    public record PolicyJson(long snapshot, List<EffectLine> effects, long ofPersons) {}

    public record DecisionJson(DecisionRecord decision, List<EffectLine> effects, long ofPersons) {}

    @GET
    @Path("policy")
    @Operation(summary = "The snapshot in force: every effect, in a fixed order")
    public PolicyJson policy() {
        return json(policy.snapshot());
    }

    @GET
    @Path("policy/{snapshot}")
    @Operation(summary = "A snapshot of before")
    public PolicyJson policy(@PathParam("snapshot") long number) {
        return json(policy.snapshot(number).orElseThrow(() -> new ProblemException(new Problem.NotFound())));
    }

    /** By data class, then by zone. */
    @GET
    @Path("matrix")
    @Operation(summary = "Which data class may go to which zone, and how")
    public Map<String, Map<String, String>> matrix() {
        Map<String, Map<String, String>> matrix = new TreeMap<>();
        for (MatrixView.Row row : MatrixView.of(policy.matrix()).rows()) {
            Map<String, String> cells = new TreeMap<>();
            row.cells().forEach(cell -> cells.put(cell.zone(), cell.code()));
            matrix.put(row.dataClass(), cells);
        }
        return matrix;
    }

    @GET
    @Path("decisions")
    @Operation(summary = "The newest decisions first, those that you may read")
    public List<DecisionRecord> decisions() {
        return decisions.newest(MOST).stream().filter(eyes()::see).toList();
    }

    @GET
    @Path("decisions/{number}")
    @Operation(summary = "A decision and every effect that it put into force")
    public DecisionJson decision(@PathParam("number") String number) {
        Eyes eyes = eyes();
        DecisionRecord decision = decisions
                .find(number)
                .filter(eyes::see)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        var effects = eyes.of(decisions.effectsOf(number));
        return new DecisionJson(
                decision, EffectLine.withoutPersons(effects, viewer.language()), EffectLine.ofPersons(effects));
    }

    private Eyes eyes() {
        return Eyes.of(viewer.caller(), policy);
    }

    private PolicyJson json(Snapshot snapshot) {
        var effects = eyes().of(snapshot.effects().toList());
        List<EffectLine> lines = EffectLine.withoutPersons(effects, viewer.language()).stream()
                .sorted(Comparator.comparing(EffectLine::scope)
                        .thenComparing(EffectLine::about)
                        .thenComparing(EffectLine::kind)
                        .thenComparing(EffectLine::value)
                        .thenComparing(EffectLine::decision))
                .toList();
        return new PolicyJson(snapshot.number(), lines, EffectLine.ofPersons(effects));
    }
}
