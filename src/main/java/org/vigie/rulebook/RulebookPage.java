package org.vigie.rulebook;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Bundles;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** « Règles en fichier »: the export, and the import in two steps. */
@Path("/rules/file")
@RunOnVirtualThread
public class RulebookPage {
    private static final int LONGEST_MOTIVE = 2_000;

    private final Rulebook rulebook;
    private final Viewer viewer;

    @Inject
    RulebookPage(Rulebook rulebook, Viewer viewer) {
        this.rulebook = rulebook;
        this.viewer = viewer;
    }

    /**
     * @param faults what is wrong with the file, in words
     * @param plan absent before a file was read
     * @param document what was read, to be sent again with the decision
     * @param notice what is to be said besides; may be empty
     */
    public record View(
            List<String> faults, Optional<Plan> plan, String document, String motive, String notice, boolean recent) {
        public String confirmPath() {
            return Pages.confirmPath("/rules/file");
        }
    }

    @CheckedTemplate(basePath = "rulebook")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance file(Page page, View view);
    }

    @GET
    public Response show() {
        return Pages.show(page(List.of(), Optional.empty(), "", "", ""), viewer.language());
    }

    @GET
    @Path("/export/{format}")
    public Response export(@PathParam("format") String format) {
        return RulebookApi.file(rulebook, viewer, format);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response compare(@RestForm("file") @Nullable FileUpload file) {
        if (file == null || file.size() == 0) return again(List.of(say().fileMissing()));
        try (InputStream sent = Files.newInputStream(file.uploadedFile())) {
            String text = DocumentReader.text(sent.readNBytes(DocumentReader.LARGEST_BYTES + 1));
            Plan plan = rulebook.compare(viewer.caller(), viewer.language(), text);
            return Pages.show(page(List.of(), Optional.of(plan), text, "", ""), viewer.language());
        } catch (DocumentException unreadable) {
            return again(words(unreadable));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    @POST
    @Path("/decide")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @FormParam("document") @DefaultValue("") String document,
            @FormParam("motive") @DefaultValue("") String motive,
            @FormParam("seen") @DefaultValue("none") String seen) {
        if (!viewer.recentlyAuthenticated()) throw new ProblemException(new Problem.AuthenticationTooOld());
        String why = motive.strip().substring(0, Math.min(motive.strip().length(), LONGEST_MOTIVE));
        try {
            if (why.isEmpty()) {
                Plan plan = rulebook.compare(viewer.caller(), viewer.language(), document);
                return Pages.showAgain(
                        page(List.of(), Optional.of(plan), document, why, say().motiveMissing()), viewer.language());
            }
            Rulebook.Outcome outcome = rulebook.decide(viewer.caller(), viewer.language(), document, why, seen);
            if (outcome.decided()) return Pages.goTo("/rules");
            return Pages.showAgain(
                    page(List.of(), Optional.of(outcome.plan()), document, why, say().changedSince()),
                    viewer.language());
        } catch (DocumentException unreadable) {
            return again(words(unreadable));
        }
    }

    private List<String> words(DocumentException unreadable) {
        return unreadable.faults().stream()
                .map(fault -> (fault.line() == 0 ? "" : say().line(fault.line()))
                        + say().fault(fault.kind().name(), fault.about(), fault.hint()))
                .toList();
    }

    private Response again(List<String> faults) {
        return Pages.showAgain(page(faults, Optional.empty(), "", "", ""), viewer.language());
    }

    private TemplateInstance page(
            List<String> faults, Optional<Plan> plan, String document, String motive, String notice) {
        View view = new View(faults, plan, document, motive, notice, viewer.recentlyAuthenticated());
        return Templates.file(viewer.page(say().title()), view);
    }

    private RulebookMessages say() {
        return Bundles.in(RulebookMessages.class, viewer.language());
    }
}
