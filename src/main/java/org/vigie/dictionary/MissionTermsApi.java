package org.vigie.dictionary;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.ProblemException;
import org.vigie.web.ApiBody;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** The terms of one mission, for programs of whoever leads it. */
@Path("/api/v1/missions/{code}/terms")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "missions")
public class MissionTermsApi {
    private final MissionTerms terms;
    private final Viewer viewer;

    @Inject
    MissionTermsApi(MissionTerms terms, Viewer viewer) {
        this.terms = terms;
        this.viewer = viewer;
    }

    /** @param action {@code protect} or {@code ignore} */
    public record TermJson(UUID id, String term, String type, String action, Instant addedAt) {
        static TermJson of(Term term) {
            return new TermJson(
                    term.id(),
                    term.entry().term(),
                    term.entry().type().name(),
                    term.entry().regime().code(),
                    term.addedAt());
        }
    }

    /** @param type {@code ORG_CLIENT}, {@code TERM} or {@code PERSON} */
    public record TermBody(@Nullable String term, @Nullable String type) {}

    @GET
    @Operation(summary = "The terms of a mission, for whoever leads it")
    public List<TermJson> all(@PathParam("code") String code) {
        return terms.of(terms.managed(viewer.caller(), code)).stream()
                .map(TermJson::of)
                .toList();
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a term, which is masked everywhere and brings the mission's rules with it")
    public List<TermJson> add(@PathParam("code") String code, @Nullable TermBody body) {
        PostedFields sent = ApiBody.fields(body);
        Optional<MissionTerms.Fault> fault = terms.add(viewer.caller(), code, sent.text("term"), sent.text("type"));
        if (fault.isPresent()) throw rejected(fault.get());
        return all(code);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Removes a term")
    public List<TermJson> remove(@PathParam("code") String code, @PathParam("id") UUID id) {
        terms.remove(viewer.caller(), code, id);
        return all(code);
    }

    private ProblemException rejected(MissionTerms.Fault fault) {
        String words = fault.in(Bundles.in(DictionaryMessages.class, viewer.language()));
        return Form.EMPTY.with(new Form.FieldError(fault.field(), words)).problem();
    }
}
