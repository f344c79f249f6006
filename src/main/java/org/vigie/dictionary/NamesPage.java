package org.vigie.dictionary;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.vigie.dictionary.NameListStore.Import;
import org.vigie.dictionary.NameListStore.Kept;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Bundles;
import org.vigie.web.Page;
import org.vigie.web.Viewer;

/** Réglages › Noms et annuaire: INSEE's lists and the staff directory, by which the shield knows names. */
@Path("/settings/names")
@RunOnVirtualThread
@Cache(noStore = true)
@Produces(MediaType.TEXT_HTML)
public class NamesPage {
    /** A short import answers with its end; a long one with its progress. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Viewer viewer;
    private final KnownNames names;

    @Inject
    NamesPage(Viewer viewer, KnownNames names) {
        this.viewer = viewer;
        this.names = names;
    }

    @CheckedTemplate(basePath = "dictionary")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance names(Page page, List<NamesView> views);

        static native TemplateInstance namesProgress(NamesView view);

        static native TemplateInstance namesRemove(Page page, NamesView view);
    }

    /**
     * One list.
     *
     * @param percent how much of a file has been read, where an import is under way
     * @param fault why the last file was not taken over, empty where it was
     * @param line where in the file; 0 where it is no line's
     */
    record NamesView(
            NameKind kind, Optional<Kept> kept, Optional<Integer> percent, Optional<NameFault> fault, int line) {}

    @GET
    public TemplateInstance show() {
        return page(Optional.empty());
    }

    @POST
    @Path("/{kind}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response read(
            @PathParam("kind") String code,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("replace") @DefaultValue("") String replace) {
        NameKind kind = kind(code);
        try {
            if (file == null || file.size() == 0) throw new NameFileException(NameFault.EMPTY, 0);
            if (names.kept(kind).isPresent() && !replace.equals("yes")) {
                throw new NameFileException(NameFault.REPLACE, 0);
            }
            names.read(kind, ours(file), viewer.caller(), PATIENCE);
        } catch (NameFileException fault) {
            NamesView view =
                    new NamesView(kind, names.kept(kind), Optional.empty(), Optional.of(fault.fault()), fault.line());
            return Response.status(422).entity(page(Optional.of(view))).build();
        }
        return Response.seeOther(URI.create("/settings/names")).build();
    }

    /** The upload is deleted when its request ends, and the reading may take longer. */
    private static java.nio.file.Path ours(FileUpload file) throws NameFileException {
        try {
            java.nio.file.Path copy = Files.createTempFile("vigie-names-", ".upload");
            return Files.move(file.uploadedFile(), copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new NameFileException(NameFault.UNREADABLE, 0);
        }
    }

    /** Asked for once a second while an import is under way; the whole page once it is over. */
    @GET
    @Path("/{kind}/progress")
    public Response progress(@PathParam("kind") String code) {
        NamesView view = view(kind(code));
        if (view.percent().isEmpty())
            return Response.ok("").header("HX-Refresh", "true").build();
        return Response.ok(localised(Templates.namesProgress(view))).build();
    }

    @GET
    @Path("/{kind}/remove")
    public TemplateInstance askToRemove(@PathParam("kind") String code) {
        return localised(Templates.namesRemove(viewer.page(words().names()), view(kind(code))));
    }

    @POST
    @Path("/{kind}/remove")
    public Response remove(@PathParam("kind") String code) {
        names.remove(kind(code), viewer.caller());
        return Response.seeOther(URI.create("/settings/names")).build();
    }

    private static NameKind kind(String code) {
        return NameKind.of(code).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    /** @param instead of what is known of its kind: what has just been refused */
    private TemplateInstance page(Optional<NamesView> instead) {
        List<NamesView> views = Stream.of(NameKind.values())
                .map(kind -> instead.filter(view -> view.kind() == kind).orElseGet(() -> view(kind)))
                .toList();
        return localised(Templates.names(viewer.page(words().names()), views));
    }

    private NamesView view(NameKind kind) {
        Optional<Import> last = names.importOf(kind);
        Optional<Integer> percent = last.filter(one -> one.fault().isEmpty()).map(Import::percent);
        Optional<NameFault> fault = last.flatMap(Import::fault);
        return new NamesView(
                kind, names.kept(kind), percent, fault, last.map(Import::line).orElse(0));
    }

    private TemplateInstance localised(TemplateInstance template) {
        return template.setLocale(viewer.language().locale());
    }

    private DictionaryMessages words() {
        return Bundles.in(DictionaryMessages.class, viewer.language());
    }
}
