package org.vigie.rules;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.policy.Matrix;
import org.vigie.policy.Policy;
import org.vigie.policy.Snapshot;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
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
    private final MatrixChange change;
    private final Impact impact;
    private final Viewer viewer;

    @Inject
    RulesApi(Policy policy, Decisions decisions, MatrixChange change, Impact impact, Viewer viewer) {
        this.policy = policy;
        this.decisions = decisions;
        this.change = change;
        this.impact = impact;
        this.viewer = viewer;
    }

    /**
     * @param effects without those on persons
     * @param ofPersons how many stand on persons
     */
    public record PolicyJson(long snapshot, List<EffectLine> effects, long ofPersons) {}

    public record DecisionJson(DecisionRecord decision, List<EffectLine> effects, long ofPersons) {}

    /**
     * @param matrix every cell: by data class, then by zone, {@code allow}, {@code pseudonymise}, {@code refuse} or
     *     {@code reroute:MODEL}
     * @param motive why; not needed to try
     */
    public record MatrixBody(
            @Nullable Map<String, Map<String, String>> matrix,
            @Nullable String motive) {}

    /** @param decision absent where it was only tried */
    public record MatrixDecided(Optional<String> decision, ImpactJson impact) {}

    /**
     * What of the last thirty days would have been decided otherwise.
     *
     * @param judged how many exchanges were judged twice
     * @param cut whether there were more than that
     */
    public record ImpactJson(int judged, boolean cut, int changed, List<ImpactRow> models) {
        static ImpactJson of(Impact.Found found) {
            return new ImpactJson(
                    found.judged(),
                    found.cut(),
                    found.changed(),
                    found.rows().stream()
                            .map(row -> new ImpactRow(row.model(), row.refused(), row.allowed(), row.moved()))
                            .toList());
        }
    }

    public record ImpactRow(String model, int refused, int allowed, int moved) {}

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

    @PUT
    @Path("matrix")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decides on the matrix, or says what of the last thirty days would have been decided otherwise",
            description = "A session must be of the last fifteen minutes; a key needs the scope api:write.")
    public MatrixDecided decide(@Nullable MatrixBody body, @QueryParam("dryRun") boolean dryRun) {
        if (body == null) throw new ProblemException(new Problem.Malformed("body", "empty"));
        Matrix wanted;
        try {
            wanted = MatrixView.read(Objects.requireNonNullElse(body.matrix(), Map.of()), change.models());
        } catch (IllegalArgumentException unreadable) {
            throw rejected(MatrixFault.UNREADABLE);
        }
        if (dryRun) return new MatrixDecided(Optional.empty(), ImpactJson.of(impact.of(wanted)));
        String motive = MatrixChange.motive(Optional.ofNullable(body.motive()));
        Optional<MatrixFault> fault = change.faultOf(wanted, motive);
        if (fault.isPresent()) throw rejected(fault.get());
        viewer.requireRecentOfPerson();
        ImpactJson found = ImpactJson.of(impact.of(wanted));
        String number = change.decide(viewer.caller(), viewer.language(), wanted, motive)
                .number();
        return new MatrixDecided(Optional.of(number), found);
    }

    private ProblemException rejected(MatrixFault fault) {
        String words = fault.in(Bundles.in(RulesMessages.class, viewer.language()));
        return Form.EMPTY.with(new Form.FieldError(fault.field(), words)).problem();
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
