package org.vigie.rules;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Rule;
import org.vigie.web.ApiBody;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
import org.vigie.web.Viewer;

/** Rules of use for programs, read and checked as the page's are. */
@Path("/api/v1/conduct")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "rules")
public class ConductApi {
    private final Conduct conduct;
    private final Viewer viewer;

    @Inject
    ConductApi(Conduct conduct, Viewer viewer) {
        this.conduct = conduct;
        this.viewer = viewer;
    }

    /**
     * @param value tools separated by spaces, a number of people or of days, {@code reduced} or {@code full}, or who
     *     validates
     */
    public record ConductBody(
            @Nullable String value, @Nullable String motive) {}

    /** @param decision the number of what was decided */
    public record Decided(String decision) {}

    @GET
    @Operation(summary = "The rules of use in force")
    public List<EffectLine> all() {
        return EffectLine.of(conduct.inForce(), viewer.language());
    }

    /**
     * @param scope {@code org}, {@code team}, {@code mission} or {@code use_case}
     * @param id a code; {@code all} for the organisation
     * @param kind {@code allow_tools}, {@code max_testers}, {@code log_level}, {@code retention} or
     *     {@code require_human_validation}
     */
    @PUT
    @Path("/{scope}/{id}/{kind}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decides on a rule of use, in place of the one before",
            description = "A session must be of the last fifteen minutes; a key needs the scope api:write.")
    public Decided put(
            @PathParam("scope") String scope,
            @PathParam("id") String id,
            @PathParam("kind") String kind,
            @Nullable ConductBody body) {
        Map<String, List<String>> fields = new HashMap<>(ApiBody.fields(body).values());
        known(scope, id, kind);
        fields.putAll(Map.of("scope", List.of(scope), "id", List.of(id), "kind", List.of(kind)));
        Conduct.Reading reading = conduct.read(Form.of(fields), say());
        Conduct.Order order = reading.order().orElseThrow(() -> reading.form().problem());
        viewer.requireRecentOfPerson();
        return new Decided(
                conduct.decide(viewer.caller(), viewer.language(), order).number());
    }

    @DELETE
    @Path("/{scope}/{id}/{kind}")
    @Operation(summary = "Withdraws a rule of use")
    public Decided withdraw(
            @PathParam("scope") String scope,
            @PathParam("id") String id,
            @PathParam("kind") String kind,
            @QueryParam("motive") @DefaultValue("") String typed) {
        EffectScope where = known(scope, id, kind);
        String motive = MatrixChange.motive(Optional.of(typed));
        if (motive.isEmpty()) {
            throw Form.EMPTY
                    .with(new Form.FieldError("motive", say().motiveMissing()))
                    .problem();
        }
        viewer.requireRecentOfPerson();
        Rule.Kind rule = Conduct.kind(kind).orElseThrow();
        return new Decided(conduct.withdraw(viewer.caller(), viewer.language(), where, rule, motive)
                .number());
    }

    private EffectScope known(String scope, String id, String kind) {
        return conduct.scope(scope, id)
                .filter(_ -> Conduct.kind(kind).isPresent())
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    private RulesMessages say() {
        return Bundles.in(RulesMessages.class, viewer.language());
    }
}
