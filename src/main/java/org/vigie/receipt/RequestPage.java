package org.vigie.receipt;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** One exchange as its record tells it, found by its {@code x-request-id}. */
@Path("/requests")
@RunOnVirtualThread
@Cache(noStore = true)
public class RequestPage {
    private final OwnRecords records;
    private final Viewer viewer;

    @Inject
    RequestPage(OwnRecords records, Viewer viewer) {
        this.records = records;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "receipt")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance request(Page page, RequestReport told, Figures say);

        static native TemplateInstance search(Page page, String unknown);
    }

    /** Where an id is typed in. */
    @GET
    public Response search(@QueryParam("id") @DefaultValue("") String id) {
        String typed = id.strip();
        if (typed.isEmpty()) return Pages.show(Templates.search(viewer.page(say().search()), ""), viewer.language());
        return records.find(typed, viewer.caller())
                .map(told ->
                        Response.seeOther(URI.create("/requests/" + told.id())).build())
                .orElseGet(() -> unknown(typed));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        return records.find(id, viewer.caller())
                .map(told -> Pages.show(
                        Templates.request(viewer.page(say().title()), told, new Figures(viewer.language())),
                        viewer.language()))
                .orElseGet(() -> unknown(id));
    }

    private Response unknown(String id) {
        return Pages.missing(Templates.search(viewer.page(say().search()), id), viewer.language());
    }

    private ReceiptMessages say() {
        return Bundles.in(ReceiptMessages.class, viewer.language());
    }
}
