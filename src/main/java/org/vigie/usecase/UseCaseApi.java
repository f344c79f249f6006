package org.vigie.usecase;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.vigie.identity.People;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.ApiBody;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** The use cases for programs; without the names of those who test them. */
@Path("/api/v1/use-cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "use cases")
public class UseCaseApi {
    private final UseCases useCases;
    private final People people;
    private final Viewer viewer;

    @Inject
    UseCaseApi(UseCases useCases, People people, Viewer viewer) {
        this.useCases = useCases;
        this.people = people;
        this.viewer = viewer;
    }

    /**
     * @param until its last day
     * @param testers how many besides its owner
     * @param version for {@code If-Match}
     */
    public record UseCaseJson(
            String code,
            String title,
            String purpose,
            DataClass dataClass,
            List<String> models,
            long monthlyBudgetMicroEuros,
            LocalDate until,
            String state,
            int testers,
            int version) {
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
                    useCase.testers().size(),
                    useCase.version());
        }
    }

    /**
     * A use case as it is wanted; what a change does not send stays as it is.
     *
     * @param code when it is declared; it never changes
     * @param owner an address
     * @param models names of routes
     * @param testers addresses
     * @param budget in euros a month
     * @param until its last day (ISO 8601)
     */
    public record UseCaseBody(
            @Nullable String code,
            @Nullable String title,
            @Nullable String purpose,
            @Nullable String owner,
            @Nullable String dataClass,
            @Nullable List<String> models,
            @Nullable List<String> testers,
            @Nullable BigDecimal budget,
            @Nullable String until,
            @Nullable Integer version) {}

    /** @param next {@code open}, {@code suspended} or {@code stopped} */
    public record StateBody(@Nullable String next, @Nullable String motive) {}

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

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Declares a use case; nothing is open yet")
    public UseCaseJson declare(@Nullable UseCaseBody body) {
        PostedFields sent = ApiBody.fields(body);
        String code = sent.text("code").strip();
        return after(code, () -> useCases.declare(viewer.caller(), forms().read(sent)));
    }

    @PATCH
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes what is sent of a use case")
    public UseCaseJson describe(@PathParam("code") String code, @Nullable UseCaseBody body, RoutingContext request) {
        PostedFields sent = ApiBody.fields(body, request);
        UseCase now = useCases.find(code);
        int version = ApiBody.version(sent).orElse(now.version());
        return after(code, () -> {
            UseCaseException.when(
                    !sent.text("code").isEmpty() && !sent.text("code").equals(code), UseCaseFault.CODE_INVALID);
            UseCase wanted = forms().read(forms().of(now).over(sent).fields());
            useCases.describe(viewer.caller(), code, version, wanted);
        });
    }

    @POST
    @Path("{code}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Opens, suspends or stops a use case")
    public UseCaseJson move(@PathParam("code") String code, @Nullable StateBody body) {
        PostedFields sent = ApiBody.fields(body);
        return after(
                code, () -> useCases.move(viewer.caller(), code, UseCaseForms.next(sent), UseCaseForms.motive(sent)));
    }

    private UseCaseJson after(String code, Runnable wish) {
        try {
            wish.run();
            return one(code);
        } catch (UseCaseException rejected) {
            if (rejected.faults().contains(UseCaseFault.CHANGED_MEANWHILE)) {
                throw new ProblemException(new Problem.ChangedMeanwhile());
            }
            UseCaseMessages say = Bundles.in(UseCaseMessages.class, viewer.language());
            throw UseCaseForms.faults(Form.EMPTY, rejected, say).problem();
        }
    }

    private UseCaseForms forms() {
        return new UseCaseForms(people);
    }
}
