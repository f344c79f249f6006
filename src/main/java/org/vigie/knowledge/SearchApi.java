package org.vigie.knowledge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
import org.vigie.web.Viewer;

/** Documents for programs, with the rights of the person whose key it is. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "documents")
public class SearchApi {
    private final Viewer viewer;
    private final Search search;
    private final Spaces spaces;
    private final Documents documents;

    @Inject
    SearchApi(Viewer viewer, Search search, Spaces spaces, Documents documents) {
        this.viewer = viewer;
        this.search = search;
        this.spaces = spaces;
        this.documents = documents;
    }

    /**
     * @param passage its place in the document, from 0
     * @param page from 1; absent where the format has none
     * @param recognised by optical recognition: figures may be wrong
     * @param url of the page on which it opens, from the root of the site
     */
    public record ResultJson(
            UUID space,
            String spaceName,
            DataClass dataClass,
            UUID document,
            String name,
            String title,
            String section,
            int passage,
            @Nullable Integer page,
            String text,
            boolean recognised,
            String url) {
        public static ResultJson of(Search.Found found) {
            return new ResultJson(
                    found.space().id(),
                    found.space().name(),
                    found.space().dataClass(),
                    found.document().id(),
                    found.document().name(),
                    found.document().shownTitle(),
                    found.section(),
                    found.number(),
                    found.page().isPresent() ? (Integer) found.page().getAsInt() : null,
                    found.text(),
                    found.recognised(),
                    found.path());
        }
    }

    public record ResultsJson(List<ResultJson> results) {}

    /** @param access what the caller may do with it: {@code reader}, {@code contributor} or {@code owner} */
    public record SpaceJson(
            UUID id,
            String name,
            String description,
            DataClass dataClass,
            @Nullable String mission,
            @Nullable Integer retentionDays,
            String access) {}

    /** @param state {@code waiting}, {@code reading}, {@code searchable} or {@code failed} @param fault why it failed */
    public record DocumentJson(
            UUID id,
            String name,
            int version,
            String state,
            @Nullable String fault,
            String title,
            @Nullable Integer pages,
            long size,
            String sha256,
            Instant addedAt) {}

    @GET
    @Path("/search")
    @Operation(summary = "The passages that answer a question best, of the spaces that the caller may read")
    public ResultsJson search(
            @QueryParam("q") @DefaultValue("") String question,
            @QueryParam("space") List<UUID> only,
            @QueryParam("limit") @DefaultValue("10") int limit) {
        if (question.isBlank()) throw new ProblemException(new Problem.Malformed("q", "empty"));
        if (limit < 1 || limit > Search.MOST) {
            throw new ProblemException(new Problem.Malformed("limit", "not between 1 and " + Search.MOST));
        }
        Set<UUID> chosen = new HashSet<>(only);
        return new ResultsJson(search.search(viewer.caller(), question, chosen, limit).stream()
                .map(ResultJson::of)
                .toList());
    }

    @GET
    @Path("/spaces")
    @Operation(summary = "The spaces that the caller may read")
    public List<SpaceJson> spaces() {
        return spaces.readableBy(viewer.caller()).stream()
                .map(space -> new SpaceJson(
                        space.id(),
                        space.name(),
                        space.description(),
                        space.dataClass(),
                        space.mission().orElse(null),
                        space.retentionDays().orElse(null),
                        space.access(viewer.caller()).orElseThrow().code()))
                .toList();
    }

    @GET
    @Path("/spaces/{id}/documents")
    @Operation(summary = "The documents of a space with their states")
    public List<DocumentJson> documents(@PathParam("id") UUID id) {
        return documents.of(viewer.caller(), spaces.find(viewer.caller(), id)).stream()
                .map(one -> new DocumentJson(
                        one.id(),
                        one.name(),
                        one.version(),
                        one.state().code(),
                        one.fault().orElse(null),
                        one.title(),
                        one.pages().orElse(null),
                        one.size(),
                        one.sha256(),
                        one.addedAt()))
                .toList();
    }

    /** What became of an upload. */
    public record AddedJson(int added, int known, int leftOut) {}

    @POST
    @Path("/spaces/{id}/documents")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(202)
    @Operation(summary = "Adds files, of a zip the files in it; they wait to be read")
    public AddedJson add(@PathParam("id") UUID id, @RestForm("file") @Nullable List<FileUpload> files) {
        try {
            Added added = documents.add(viewer.caller(), id, Documents.Sent.of(files));
            return new AddedJson(added.documents(), added.known(), added.leftOut());
        } catch (SpaceException rejected) {
            KnowledgeMessages say = Bundles.in(KnowledgeMessages.class, viewer.language());
            throw SpaceForms.faults(Form.EMPTY, rejected, say).problem();
        }
    }
}
