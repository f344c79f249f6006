package org.vigie.knowledge;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Bundles;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** The search for people who want documents and not prose; a passage in its document; a document handed out. */
@Path("/documents")
@RunOnVirtualThread
@Cache(noStore = true)
public class SearchPage {
    private static final int SHOWN = 20;
    private static final int NEIGHBOURS = 3;
    private static final Pattern STRETCH = Pattern.compile("(\\d{1,7})-(\\d{1,7})");

    private final Viewer viewer;
    private final Search search;
    private final Spaces spaces;
    private final Documents documents;

    @Inject
    SearchPage(Viewer viewer, Search search, Spaces spaces, Documents documents) {
        this.viewer = viewer;
        this.search = search;
        this.spaces = spaces;
        this.documents = documents;
    }

    /** @param where where in the document, in words */
    public record Line(Search.Found found, String where) {}

    /** @param chosen id of the space that is searched, empty for all */
    public record ListView(String question, String chosen, List<Space> spaces, List<Line> lines) {
        public boolean isChosen(Space space) {
            return space.id().toString().equals(chosen);
        }

        /** The question, for an address. */
        public String asked() {
            return encoded(question);
        }
    }

    /** @param here whether it is the one that was asked for */
    public record Part(int number, String where, Snippet text, boolean recognised, boolean here) {}

    /** @param question that led here, empty where none did */
    public record PassageView(
            Space space, Document document, int number, String where, List<Part> parts, String question) {
        /** The question, for an address. */
        public String asked() {
            return encoded(question);
        }

        /** The number of the last passage that is shown. */
        public int last() {
            return parts.getLast().number();
        }
    }

    /** @param space that it is taken out of */
    public record DeleteView(Document document, Space space) {}

    @CheckedTemplate(basePath = "knowledge")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance search(Page page, ListView view);

        static native TemplateInstance passage(Page page, PassageView view);

        static native TemplateInstance documentDelete(Page page, DeleteView view);
    }

    @GET
    @Path("/search")
    public Response search(
            @QueryParam("q") @DefaultValue("") String question, @QueryParam("space") @DefaultValue("") String chosen) {
        Optional<UUID> space = uuid(chosen);
        List<Line> lines = question.isBlank()
                ? List.of()
                : search.search(viewer.caller(), question, space.map(Set::of).orElse(Set.of()), SHOWN).stream()
                        .map(found -> new Line(found, where(found.page(), found.section())))
                        .toList();
        ListView view =
                new ListView(question, space.map(UUID::toString).orElse(""), spaces.readableBy(viewer.caller()), lines);
        return Pages.show(Templates.search(viewer.page(say().search()), view), viewer.language());
    }

    @GET
    @Path("/passages/{document}/{number}")
    public Response passage(
            @PathParam("document") UUID document,
            @PathParam("number") int number,
            @QueryParam("q") @DefaultValue("") String question,
            @QueryParam("mark") @DefaultValue("") String mark) {
        Search.Opened opened = search.open(viewer.caller(), document, number, NEIGHBOURS);
        List<Part> parts = opened.around().stream()
                .map(one -> new Part(
                        one.number(),
                        where(one.page(), one.heading()),
                        one.number() == number
                                ? marked(one.text(), question, mark)
                                : new Snippet(List.of(new Snippet.Piece(one.text(), false))),
                        one.recognised(),
                        one.number() == number))
                .toList();
        String where = opened.around().stream()
                .filter(one -> one.number() == number)
                .map(one -> where(one.page(), one.heading()))
                .findFirst()
                .orElse("");
        PassageView view = new PassageView(opened.space(), opened.document(), number, where, parts, question);
        return Pages.show(Templates.passage(viewer.page(opened.document().shownTitle()), view), viewer.language());
    }

    /** @param mark from which character to which one, excluded: {@code 12-20}; else the question's words are marked */
    private static Snippet marked(String text, String question, String mark) {
        Matcher stretch = STRETCH.matcher(mark);
        return stretch.matches()
                ? Snippet.marking(text, Integer.parseInt(stretch.group(1)), Integer.parseInt(stretch.group(2)))
                : Snippet.whole(text, question);
    }

    /** Never shown by the browser itself, whatever is in it. */
    @GET
    @Path("/files/{id}/original")
    public Response original(@PathParam("id") UUID id) {
        Documents.Content content = documents.read(viewer.caller(), id);
        String path = content.document().name();
        String name = path.substring(path.lastIndexOf('/') + 1);
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        return Response.ok(content.bytes(), "application/octet-stream")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/files/{id}/retry")
    public Response retry(@PathParam("id") UUID id) {
        return Pages.goTo("/documents/spaces/" + documents.retry(viewer.caller(), id) + "#documents");
    }

    @GET
    @Path("/files/{id}/delete")
    public Response askToDelete(@PathParam("id") UUID id) {
        Document document = documents.find(viewer.caller(), id);
        Space space = spaces.find(viewer.caller(), document.space(), Access.CONTRIBUTOR);
        return Pages.show(
                Templates.documentDelete(viewer.page(document.name()), new DeleteView(document, space)),
                viewer.language());
    }

    @POST
    @Path("/files/{id}/delete")
    public Response delete(@PathParam("id") UUID id) {
        return Pages.goTo("/documents/spaces/" + documents.delete(viewer.caller(), id) + "#documents");
    }

    private String where(java.util.OptionalInt page, String section) {
        String onPage = page.isPresent() ? say().page(page.getAsInt()) : "";
        if (section.isBlank()) return onPage;
        return onPage.isEmpty() ? section : onPage + " · " + section;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @throws ProblemException not_found for what is no id */
    private static Optional<UUID> uuid(String text) {
        if (text.isBlank()) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw new ProblemException(new Problem.NotFound());
        }
    }

    private KnowledgeMessages say() {
        return Bundles.in(KnowledgeMessages.class, viewer.language());
    }
}
