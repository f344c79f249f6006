package org.vigie.charter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.print.Document;
import org.vigie.print.Pdf;
import org.vigie.web.Viewer;

/** The charter and one's own signature, as tagged PDF. */
@Path("/charter")
@RunOnVirtualThread
@Cache(noStore = true)
@Produces("application/pdf")
public class PaperPage {
    private final Charter charter;
    private final Viewer viewer;

    @Inject
    PaperPage(Charter charter, Viewer viewer) {
        this.charter = charter;
        this.viewer = viewer;
    }

    /** @param version the one in force when empty */
    @GET
    @Path("/charter.pdf")
    public Response version(@QueryParam("version") @DefaultValue("") String version) {
        Published shown = (version.isEmpty()
                        ? charter.current()
                        : VersionNumber.of(version).flatMap(charter::find))
                .orElseThrow(PaperPage::notFound);
        return file("charte-" + shown.number(), new CharterPaper(shown, charter.now()).document());
    }

    /** Of the newest version that one signed. */
    @GET
    @Path("/receipt.pdf")
    public Response receipt() {
        Signature signature = charter.signature(viewer.caller().person()).orElseThrow(PaperPage::notFound);
        Optional<Published> signed = charter.find(signature.version());
        Receipt receipt =
                new Receipt(signed.orElseThrow(), signature, viewer.caller(), viewer.language(), charter.now());
        return file("charte-" + signature.version() + "-signature", receipt.document());
    }

    private static Response file(String name, Document document) {
        return Response.ok(Pdf.of(document))
                .header("Content-Disposition", "attachment; filename=\"" + name + ".pdf\"")
                .build();
    }

    private static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound());
    }
}
