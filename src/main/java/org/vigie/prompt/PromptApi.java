package org.vigie.prompt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** The library for programs: what its caller may read and change on the pages. */
@Path("/api/v1/prompts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "library")
public class PromptApi {
    private final Prompts prompts;
    private final Viewer viewer;

    @Inject
    PromptApi(Prompts prompts, Viewer viewer) {
        this.prompts = prompts;
        this.viewer = viewer;
    }

    /** @param kind {@code line}, {@code text}, {@code number}, {@code date} or {@code choice} */
    public record BlankJson(String name, String kind, String description, String example, List<String> choices) {
        static BlankJson of(Blank blank) {
            return new BlankJson(
                    blank.name(), blank.kind().code(), blank.description(), blank.example(), blank.choices());
        }
    }

    /**
     * @param shelf {@code own}, {@code team} or {@code firm}
     * @param dataClass {@code C0} to {@code C3}
     */
    public record PromptJson(
            UUID id,
            String shelf,
            int version,
            Instant changedAt,
            long uses,
            String title,
            String family,
            String audience,
            String dataClass,
            String text,
            List<BlankJson> blanks,
            String toCheck) {
        static PromptJson of(Prompt prompt) {
            Content content = prompt.content();
            return new PromptJson(
                    prompt.id(),
                    prompt.shelf().code(),
                    prompt.version(),
                    prompt.changedAt(),
                    prompt.uses(),
                    content.title(),
                    content.family(),
                    content.audience(),
                    content.dataClass().name(),
                    content.text(),
                    content.blanks().stream().map(BlankJson::of).toList(),
                    content.toCheck());
        }
    }

    /** What is not sent of a blank is empty, and its kind {@code line}. */
    public record BlankBody(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String description,
            @Nullable String example,
            @Nullable List<String> choices) {
        private Blank blank() {
            return new Blank(
                    said(name),
                    Blank.Kind.of(said(kind)).orElse(Blank.Kind.LINE),
                    said(description),
                    said(example),
                    choices == null ? List.of() : choices);
        }
    }

    /**
     * The whole of a prompt.
     *
     * @param shelf {@code own} where it is not sent
     * @param version the one that was read; for a change
     */
    public record PromptBody(
            @Nullable String shelf,
            @Nullable Integer version,
            @Nullable String title,
            @Nullable String family,
            @Nullable String audience,
            @Nullable String dataClass,
            @Nullable String text,
            @Nullable List<BlankBody> blanks,
            @Nullable String toCheck) {
        private Content content() {
            Content content = PromptForms.content(new PostedFields(Map.of(
                    "title", List.of(said(title)),
                    "family", List.of(said(family)),
                    "audience", List.of(said(audience)),
                    "dataClass", List.of(dataClass == null ? "C1" : dataClass),
                    "text", List.of(said(text)),
                    "toCheck", List.of(said(toCheck)))));
            List<Blank> described = blanks == null
                    ? List.of()
                    : blanks.stream()
                            .filter(Objects::nonNull)
                            .map(BlankBody::blank)
                            .toList();
            return content.describing(described);
        }

        private Shelf on() {
            return Shelf.of(shelf == null ? Shelf.OWN.code() : shelf)
                    .orElseThrow(() -> PromptException.of(PromptFault.SHELF_CLOSED));
        }
    }

    @GET
    @Operation(summary = "The prompts that the caller may read, by family and title")
    public List<PromptJson> all() {
        return prompts.readableBy(viewer.caller()).stream().map(PromptJson::of).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One prompt")
    public PromptJson one(@PathParam("id") UUID id) {
        return PromptJson.of(prompts.find(viewer.caller(), id));
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a prompt", description = "Its blanks are those of its text, {{name}}.")
    public PromptJson add(@Nullable PromptBody body) {
        PromptBody sent = sent(body);
        return PromptJson.of(checked(() -> prompts.add(viewer.caller(), sent.on(), sent.content())));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces what a prompt says", description = "version names the one that was read.")
    public PromptJson change(@PathParam("id") UUID id, @Nullable PromptBody body) {
        PromptBody sent = sent(body);
        int version = Optional.ofNullable(sent.version()).orElse(0);
        return PromptJson.of(checked(() -> prompts.change(viewer.caller(), id, version, sent.on(), sent.content())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Deletes a prompt, with its versions and ratings")
    public void delete(@PathParam("id") UUID id) {
        prompts.delete(viewer.caller(), id);
    }

    private static PromptBody sent(@Nullable PromptBody body) {
        if (body == null) throw new ProblemException(new Problem.Malformed("body", "empty"));
        return body;
    }

    private Prompt checked(Supplier<Prompt> act) {
        try {
            return act.get();
        } catch (PromptException rejected) {
            if (rejected.faults().contains(PromptFault.CHANGED_MEANWHILE)) {
                throw new ProblemException(new Problem.ChangedMeanwhile());
            }
            PromptMessages say = Bundles.in(PromptMessages.class, viewer.language());
            throw PromptForms.faults(Form.EMPTY, rejected, say).problem();
        }
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
