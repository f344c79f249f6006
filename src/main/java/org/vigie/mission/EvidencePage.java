package org.vigie.mission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** The files that prove a client's agreement: sent in from the mission's page, handed out as downloads only. */
@Path("/missions/{code}/evidence")
@RunOnVirtualThread
public class EvidencePage {
    private final Viewer viewer;
    private final EvidenceFiles files;
    private final MissionPage page;

    @Inject
    EvidencePage(Viewer viewer, EvidenceFiles files, MissionPage page) {
        this.viewer = viewer;
        this.files = files;
        this.page = page;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@PathParam("code") String code, @RestForm("file") @Nullable FileUpload file) {
        try {
            if (file == null) throw MissionException.of(MissionFault.EVIDENCE_MISSING);
            MissionException.when(file.size() > Evidence.LARGEST, MissionFault.EVIDENCE_TOO_LARGE);
            files.add(viewer.caller(), code, file.fileName(), Files.readAllBytes(file.uploadedFile()));
            return Pages.goTo("/missions/" + code + "#evidence");
        } catch (MissionException rejected) {
            return page.again(code, rejected);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Never shown by the browser itself, whatever is in it. */
    @GET
    @Path("/{id}")
    public Response read(@PathParam("code") String code, @PathParam("id") UUID id) {
        EvidenceFiles.Content content = files.read(viewer.caller(), code, id);
        Evidence evidence = content.evidence();
        return Response.ok(content.bytes(), evidence.kind().mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + evidence.fileName(code) + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/{id}/remove")
    public Response remove(@PathParam("code") String code, @PathParam("id") UUID id) {
        try {
            files.remove(viewer.caller(), code, id);
            return Pages.goTo("/missions/" + code + "#evidence");
        } catch (MissionException rejected) {
            return page.again(code, rejected);
        }
    }
}
