package org.vigie.prompt;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** Travailler › Bibliothèque: what one may read of it, looked through, exported and imported. */
@Path("/library")
@RunOnVirtualThread
@Cache(noStore = true)
public class LibraryPage {
    private final Viewer viewer;
    private final Prompts prompts;

    @Inject
    LibraryPage(Viewer viewer, Prompts prompts) {
        this.viewer = viewer;
        this.prompts = prompts;
    }

    /** @param uses in figures of the reader's language */
    public record Line(Prompt prompt, String uses) {}

    /**
     * @param shelf code of the one that is looked at; empty for all
     * @param shelves that hold something for this reader
     * @param imported how many were just added; 0 for none
     */
    public record View(
            List<Line> lines,
            String query,
            String shelf,
            String family,
            List<String> families,
            List<Shelf> shelves,
            int imported) {}

    public record ImportView(Form form, List<Shelf> shelves) {}

    /** One line of the menu that opens on « / ». */
    public record Entry(String id, String title, String family, int blanks) {}

    @CheckedTemplate(basePath = "prompt")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance library(Page page, View view);

        static native TemplateInstance libraryImport(Page page, ImportView view);
    }

    @GET
    public Response list(
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("shelf") @DefaultValue("") String shelf,
            @QueryParam("family") @DefaultValue("") String family,
            @QueryParam("imported") @DefaultValue("0") int imported) {
        List<Prompt> all = prompts.readableBy(viewer.caller());
        Figures figures = new Figures(viewer.language());
        List<Line> lines = all.stream()
                .filter(one -> shelf.isEmpty() || one.shelf().code().equals(shelf))
                .filter(one -> family.isEmpty() || one.content().family().equals(family))
                .filter(one -> one.content().matches(query.strip()))
                .map(one -> new Line(one, figures.count(one.uses())))
                .toList();
        List<String> families = all.stream()
                .map(one -> one.content().family())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        List<Shelf> shelves =
                all.stream().map(Prompt::shelf).distinct().sorted().toList();
        View view = new View(lines, query, shelf, family, families, shelves, imported);
        return Pages.show(Templates.library(viewer.page(say().library()), view), viewer.language());
    }

    @GET
    @Path("/menu")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Entry> menu() {
        return prompts.readableBy(viewer.caller()).stream()
                .map(one -> new Entry(
                        one.id().toString(),
                        one.content().title(),
                        one.content().family(),
                        one.content().blanks().size()))
                .toList();
    }

    @GET
    @Path("/export.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response export() {
        return Response.ok(PromptFile.write(prompts.readableBy(viewer.caller())))
                .header("Content-Disposition", "attachment; filename=\"bibliotheque.json\"")
                .build();
    }

    @GET
    @Path("/import")
    public Response askForFile() {
        return Pages.show(importPage(Form.EMPTY), viewer.language());
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response read(@RestForm("file") @Nullable FileUpload file, @RestForm("shelf") @Nullable String shelf)
            throws IOException {
        try {
            if (file == null || file.size() == 0) throw PromptException.of(PromptFault.FILE_EMPTY);
            Shelf chosen = Shelf.of(shelf == null ? "" : shelf).orElse(Shelf.OWN);
            try (InputStream sent = Files.newInputStream(file.uploadedFile())) {
                List<Content> contents = PromptFile.read(sent).stream()
                        .map(PromptFile.Named::content)
                        .toList();
                prompts.addAll(viewer.caller(), chosen, contents);
                return Pages.goTo("/library?shelf=" + chosen.code() + "&imported=" + contents.size());
            }
        } catch (PromptException rejected) {
            return Pages.showAgain(importPage(PromptForms.faults(Form.EMPTY, rejected, say())), viewer.language());
        }
    }

    private TemplateInstance importPage(Form form) {
        return Templates.libraryImport(
                viewer.page(say().importTitle()), new ImportView(form, Prompts.shelvesOf(viewer.caller())));
    }

    private PromptMessages say() {
        return Bundles.in(PromptMessages.class, viewer.language());
    }
}
