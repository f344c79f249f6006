package org.vigie.rules;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.vigie.policy.Decisions;
import org.vigie.policy.Policy;
import org.vigie.web.ApiBody;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** « Pourquoi ? » and what changed between two snapshots, for programs. Nothing is sent to a model, nothing is kept. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "rules")
public class WhyApi {
    private final Inquiries inquiries;
    private final Policy policy;
    private final Decisions decisions;
    private final Viewer viewer;

    @Inject
    WhyApi(Inquiries inquiries, Policy policy, Decisions decisions, Viewer viewer) {
        this.inquiries = inquiries;
        this.policy = policy;
        this.decisions = decisions;
        this.viewer = viewer;
    }

    /**
     * @param person an e-mail address; none for oneself, and another than one's own for whoever decides on rules
     * @param mission a code; none for « sans mission »
     * @param model a route
     * @param tools names of what the request would offer
     * @param text what would be sent; it is examined here and goes nowhere
     */
    public record WhyBody(
            @Nullable String person,
            @Nullable String mission,
            @Nullable String useCase,
            @Nullable String model,
            @Nullable List<String> tools,
            @Nullable String text) {}

    @POST
    @Path("policy/why")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What a request would be answered, and by which effects",
            description = "Nothing is sent to a model and nothing of the text is kept.")
    public Verdict why(@Nullable WhyBody body) {
        PostedFields sent = ApiBody.fields(body);
        Inquiries.Question question = new Inquiries.Question(
                sent.text("person"),
                sent.text("mission"),
                sent.text("useCase"),
                sent.text("model"),
                sent.values().getOrDefault("tools", List.of()),
                sent.text("text"));
        return switch (inquiries.ask(viewer.caller(), question, viewer.language())) {
            case Inquiries.Judged(Verdict verdict) -> verdict;
            case Inquiries.Fault fault ->
                throw Form.EMPTY
                        .with(new Form.FieldError(fault.field(), fault.in(say())))
                        .problem();
        };
    }

    @GET
    @Path("policy/compare")
    @Operation(
            summary = "What began and what ended from one snapshot to a later one",
            description = "Without numbers: what the newest one changed. Only what the caller may read.")
    public Comparison compare(
            @QueryParam("from") @DefaultValue("-1") long from, @QueryParam("to") @DefaultValue("-1") long to) {
        Eyes eyes = Eyes.of(viewer.caller(), policy);
        return Comparison.between(from, to, policy, decisions, eyes, viewer.language());
    }

    private RulesMessages say() {
        return Bundles.in(RulesMessages.class, viewer.language());
    }
}
