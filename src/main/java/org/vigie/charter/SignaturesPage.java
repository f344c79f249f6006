package org.vigie.charter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.charter.CharterView.Allowed;
import org.vigie.kernel.Tally;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** Who has signed: as counts by team, and by name for those with the right. */
@Path("/charter")
@RunOnVirtualThread
@Cache(noStore = true)
public class SignaturesPage {
    private final Charter charter;
    private final Signatories signatories;
    private final Viewer viewer;

    @Inject
    SignaturesPage(Charter charter, Signatories signatories, Viewer viewer) {
        this.charter = charter;
        this.signatories = signatories;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "charter")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signatures(
                Page page, Optional<Published> current, Tally tally, Allowed allowed, Figures say);

        static native TemplateInstance signatories(
                Page page, Optional<Published> current, List<Signatories.Line> lines, Figures say);
    }

    @GET
    @Path("/signatures")
    @Produces(MediaType.TEXT_HTML)
    public Response show() {
        return Pages.show(
                Templates.signatures(
                        viewer.page(words().signatures()),
                        charter.current(),
                        signatories.tally(),
                        Allowed.to(viewer.caller()),
                        figures()),
                viewer.language());
    }

    @GET
    @Path("/signatures.csv")
    @Produces("text/csv; charset=utf-8")
    public Response csv() {
        return file("vigie-charte.csv", SignaturesCsv.of(signatories.tally(), words().others()));
    }

    @GET
    @Path("/signatories")
    @Produces(MediaType.TEXT_HTML)
    public Response names() {
        charter.recordNamesRead(viewer.caller());
        return Pages.show(
                Templates.signatories(
                        viewer.page(words().signatories()), charter.current(), signatories.lines(), figures()),
                viewer.language());
    }

    @GET
    @Path("/signatories.csv")
    @Produces("text/csv; charset=utf-8")
    public Response namesCsv() {
        charter.recordNamesRead(viewer.caller());
        return file("vigie-charte-noms.csv", SignaturesCsv.of(signatories.lines()));
    }

    private static Response file(String name, String csv) {
        return Response.ok(csv)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Figures figures() {
        return new Figures(viewer.language());
    }

    private CharterMessages words() {
        return Bundles.in(CharterMessages.class, viewer.language());
    }
}
