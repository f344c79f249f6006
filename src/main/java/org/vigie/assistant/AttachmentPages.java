package org.vigie.assistant;

import io.quarkus.qute.TemplateInstance;
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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Figures;
import org.vigie.web.Viewer;

/** Files that wait for the question that they are to be joined to. */
@Path("/chat/files")
@RunOnVirtualThread
@Cache(noStore = true)
@Produces(MediaType.TEXT_HTML)
public class AttachmentPages {
    private final Attachments attachments;
    private final Viewer viewer;

    @Inject
    AttachmentPages(Attachments attachments, Viewer viewer) {
        this.attachments = attachments;
        this.viewer = viewer;
    }

    /** Reads one file. @return what the page shows of it; 422 with the reason where it cannot be joined */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@RestForm("file") @Nullable FileUpload file) {
        if (file == null) throw notFound();
        try {
            Attachment read = attachments.read(viewer.caller(), file.uploadedFile(), file.fileName(), file.size());
            return Response.ok(chip(FileView.of(read, viewer.language()), "")).build();
        } catch (AttachmentException rejected) {
            return Response.status(422)
                    .entity(chip(FileView.named(file.fileName()), rejected.fault()))
                    .build();
        }
    }

    /** One that waits, for a page that was loaded again. */
    @GET
    @Path("/{file}")
    public TemplateInstance show(@PathParam("file") UUID id) {
        Attachment waiting = attachments.waiting(viewer.caller(), id).orElseThrow(AttachmentPages::notFound);
        return chip(FileView.of(waiting, viewer.language()), "");
    }

    @DELETE
    @Path("/{file}")
    public void drop(@PathParam("file") UUID id) {
        attachments.drop(viewer.caller(), id);
    }

    private TemplateInstance chip(FileView file, String fault) {
        String longest = new Figures(viewer.language()).count(Attachments.LONGEST_TEXT);
        return ChatTemplates.waiting(file, fault, longest)
                .setLocale(viewer.language().locale());
    }

    private static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound());
    }
}
