package org.vigie.usecase;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vigie.kernel.DataClass;

/** The use cases for programs; without the names of those who test them. */
@Path("/api/v1/use-cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "use cases")
public class UseCaseApi {
    private final UseCases useCases;

    @Inject
    UseCaseApi(UseCases useCases) {
        this.useCases = useCases;
    }

    /** @param until its last day; @param testers how many besides its owner */
    public record UseCaseJson(
            String code,
            String title,
            String purpose,
            DataClass dataClass,
            List<String> models,
            long monthlyBudgetMicroEuros,
            LocalDate until,
            String state,
            int testers) {
        static UseCaseJson of(UseCase useCase) {
            return new UseCaseJson(
                    useCase.code(),
                    useCase.title(),
                    useCase.purpose(),
                    useCase.dataClass(),
                    useCase.models().stream().sorted().toList(),
                    useCase.budgetMicroEuros(),
                    useCase.until(),
                    useCase.state().code(),
                    useCase.testers().size());
        }
    }

    @GET
    @Operation(summary = "Every use case, those that may be used first")
    public List<UseCaseJson> all() {
        return useCases.all().stream().map(UseCaseJson::of).toList();
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One use case")
    public UseCaseJson one(@PathParam("code") String code) {
        return UseCaseJson.of(useCases.find(code));
    }
}
