package org.vigie.assessment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.vigie.assessment.Assessments.Known;
import org.vigie.identity.People;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.traffic.Traffic;
import org.vigie.web.ApiBody;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** Providers for programs. */
@Path("/api/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "providers")
public class ProviderApi {
    private final Assessments assessments;
    private final Traffic traffic;
    private final People people;
    private final Viewer viewer;

    @Inject
    ProviderApi(Assessments assessments, Traffic traffic, People people, Viewer viewer) {
        this.assessments = assessments;
        this.traffic = traffic;
        this.people = people;
        this.viewer = viewer;
    }

    /** @param cap {@code C0}, {@code C1}, {@code C2_MASKED}, {@code C2} or {@code C3} */
    public record AssessmentJson(
            String questionnaire,
            Map<String, String> answers,
            int score,
            String verdict,
            Optional<String> cap,
            String conditions,
            Optional<LocalDate> validThrough,
            String decision,
            Instant at) {
        static AssessmentJson of(Assessment one) {
            return new AssessmentJson(
                    one.questionnaire(),
                    one.answers(),
                    one.score(),
                    one.verdict().code(),
                    one.cap().map(Enum::name),
                    one.conditions(),
                    one.validThrough(),
                    one.decision(),
                    one.at());
        }
    }

    /** @param standing {@code unassessed}, {@code approved}, {@code conditional}, {@code to_renew}, {@code expired}, {@code refused} */
    public record ProviderJson(
            String id,
            String name,
            String standing,
            ProviderFile file,
            List<String> models,
            List<AssessmentJson> assessments) {
        static ProviderJson of(Known known) {
            return new ProviderJson(
                    known.provider().id(),
                    known.provider().name(),
                    known.standing().code(),
                    known.file(),
                    known.provider().models().stream().map(model -> model.id()).toList(),
                    known.assessments().stream().map(AssessmentJson::of).toList());
        }
    }

    /**
     * @param tokenPercent of all tokens of the last thirty days
     * @param costPercent of the whole cost of the last thirty days
     * @param substitute who could take its place; empty where nobody was named
     * @param substituteTested the day on which that was last tried; absent where it never was
     */
    public record DependencyJson(
            String id,
            String name,
            long exchanges,
            long tokens,
            long costMicroEuros,
            int tokenPercent,
            int costPercent,
            String substitute,
            Optional<LocalDate> substituteTested,
            Optional<Integer> exitDays) {
        static DependencyJson of(Dependency share) {
            ProviderFile file = share.known().file();
            return new DependencyJson(
                    share.known().provider().id(),
                    share.known().provider().name(),
                    share.exchanges(),
                    share.tokens(),
                    share.costMicroEuros(),
                    share.tokenPercent(),
                    share.costPercent(),
                    file.substitute(),
                    file.substituteTested(),
                    file.exitDays());
        }
    }

    /** What is known of one; what is not sent stays as it is. Days are of ISO 8601. */
    public record FileBody(
            @Nullable String legalName,
            @Nullable String parent,
            @Nullable String country,
            @Nullable String regions,
            @Nullable String foreignLaw,
            @Nullable String dpaSignedOn,
            @Nullable String training,
            @Nullable Integer retentionDays,
            @Nullable String certifications,
            @Nullable String subSuppliers,
            @Nullable String serviceLevel,
            @Nullable String statusUrl,
            @Nullable Integer exitDays,
            @Nullable String substitute,
            @Nullable String substituteTested,
            @Nullable String environment,
            @Nullable String termsUrl,
            @Nullable String termsText,
            @Nullable String termsSha256,
            @Nullable String termsCheckedOn,
            @Nullable Map<String, ModelBody> models,
            @Nullable Integer version) {}

    /**
     * @param deprecated the day from which it is no longer served
     * @param weights {@code open} or {@code closed}
     * @param indemnity {@code yes} or {@code no}: whether the provider stands in for claims about intellectual property
     * @param trainingSummary address of the public summary of what it was trained on
     */
    public record ModelBody(
            @Nullable String licence,
            @Nullable String card,
            @Nullable String deprecated,
            @Nullable String weights,
            @Nullable String weightsSha256,
            @Nullable String indemnity,
            @Nullable String trainingSummary) {}

    @GET
    @Operation(summary = "The providers of the configuration, what is known of them and what was decided")
    public List<ProviderJson> providers() {
        return assessments.all().stream().map(ProviderJson::of).toList();
    }

    @GET
    @Path("/dependency")
    @Operation(summary = "How much of the last thirty days rests on each provider, and who could take its place")
    public List<DependencyJson> dependency() {
        return Dependency.of(assessments.all(), traffic.byTarget(Dependency.PERIOD, Instant.now())).stream()
                .map(DependencyJson::of)
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One provider")
    public ProviderJson provider(@PathParam("id") String id) {
        return ProviderJson.of(assessments.find(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Writes what is sent of a provider's file",
            description = "Approving or refusing a provider takes a person, on its page.")
    public ProviderJson write(@PathParam("id") String id, @Nullable FileBody body, RoutingContext request) {
        PostedFields sent = ApiBody.fields(body, request);
        Known known = assessments.find(id);
        Form stands = FileForm.of(known);
        Form unfit = FileForm.unfit(known, stands, sent, say());
        if (!unfit.errors().isEmpty()) throw unfit.problem();
        ProviderFile file = FileForm.read(known, stands.over(sent)).orElseThrow();
        if (!assessments.write(viewer.caller(), file)) throw new ProblemException(new Problem.ChangedMeanwhile());
        return provider(id);
    }

    private AssessmentMessages say() {
        return new Telling(viewer.language(), people).say();
    }
}
