package org.vigie.rulebook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.DecisionRecord;
import org.vigie.rulebook.Rulebook.Outcome;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
import org.vigie.web.Viewer;

/** The document of the rules for programs. */
@Path("/api/v1/rules")
@RunOnVirtualThread
@Tag(name = "rules")
public class RulebookApi {
    static final String YAML = "application/yaml";
    private static final int UNPROCESSABLE = 422;

    private final Rulebook rulebook;
    private final Viewer viewer;

    @Inject
    RulebookApi(Rulebook rulebook, Viewer viewer) {
        this.rulebook = rulebook;
        this.viewer = viewer;
    }

    /**
     * @param decided whether it is in force now
     * @param decisions their numbers
     */
    public record ImportJson(boolean decided, List<String> decisions, List<ItemJson> items) {
        static ImportJson of(Outcome outcome) {
            return new ImportJson(
                    outcome.decided(),
                    outcome.decisions().stream().map(DecisionRecord::number).toList(),
                    outcome.plan().items().stream().map(ItemJson::of).toList());
        }
    }

    /** @param change {@code created}, {@code changed}, {@code unchanged} or {@code refused} */
    public record ItemJson(
            String section, String name, String change, List<Plan.Difference> differences, String refusal) {
        static ItemJson of(Plan.Item item) {
            return new ItemJson(item.section(), item.name(), item.change().code(), item.differences(), item.refusal());
        }
    }

    @GET
    @Path("/export")
    @Produces({YAML, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "The rules as one document, without secrets",
            description = "format is yaml or json. Always in the same order; what the caller may see.")
    public Response export(@QueryParam("format") @DefaultValue("yaml") String format) {
        return file(rulebook, viewer, format);
    }

    static Response file(Rulebook rulebook, Viewer viewer, String format) {
        var document = rulebook.document(viewer.caller());
        boolean json = format.equals("json");
        if (!json && !format.equals("yaml"))
            throw new ProblemException(new Problem.Malformed("format", "yaml or json"));
        return Response.ok(json ? DocumentWriter.json(document) : DocumentWriter.yaml(document))
                .type((json ? MediaType.APPLICATION_JSON : YAML) + "; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"vigie-rules." + format + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts a document of the rules into force, all of it or nothing, or says what would change",
            description = "YAML or JSON. Needs a motive unless dryRun is true. Approvals take a session of the last"
                    + " fifteen minutes, never a key.")
    @RequestBody(content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJson.class)))
    public Response bring(
            byte[] document,
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("motive") @DefaultValue("") String motive) {
        String why = motive.strip();
        if (!dryRun && why.isEmpty())
            throw Form.EMPTY
                    .with(new Form.FieldError("motive", say().motiveMissing()))
                    .problem();
        if (!dryRun) viewer.requireRecentOfPerson();
        try {
            String text = DocumentReader.text(document);
            Outcome outcome = dryRun
                    ? new Outcome(rulebook.compare(viewer.caller(), viewer.language(), text), false, List.of())
                    : rulebook.decide(viewer.caller(), viewer.language(), text, why, "");
            int status = outcome.plan().isRefusedAny() ? UNPROCESSABLE : 200;
            return Response.status(status)
                    .type(MediaType.APPLICATION_JSON)
                    .entity(ImportJson.of(outcome))
                    .build();
        } catch (DocumentException unreadable) {
            throw faults(unreadable);
        }
    }

    private ProblemException faults(DocumentException unreadable) {
        Form form = Form.EMPTY;
        for (DocumentFault fault : unreadable.faults()) {
            String words = say().fault(fault.kind().name(), fault.about(), fault.hint());
            form = form.with(new Form.FieldError("line " + fault.line(), words));
        }
        return form.problem();
    }

    private RulebookMessages say() {
        return Bundles.in(RulebookMessages.class, viewer.language());
    }
}
