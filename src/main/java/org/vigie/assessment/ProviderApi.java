package org.vigie.assessment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.vigie.assessment.Assessments.Known;

/** Providers for programs. */
@Path("/api/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "providers")
public class ProviderApi {
    private final Assessments assessments;

    @Inject
    ProviderApi(Assessments assessments) {
        this.assessments = assessments;
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

    @GET
    @Operation(summary = "The providers of the configuration, what is known of them and what was decided")
    public List<ProviderJson> providers() {
        return assessments.all().stream().map(ProviderJson::of).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One provider")
    public ProviderJson provider(@PathParam("id") String id) {
        return ProviderJson.of(assessments.find(id));
    }
}
