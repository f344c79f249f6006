package org.vigie.receipt;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.kernel.Language;
import org.vigie.web.Figures;
import org.vigie.web.Page;
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
        if (typed.isEmpty()) return html(200, Templates.search(viewer.page(say().search()), ""));
        return records.find(typed, viewer.caller())
                .map(told ->
                        Response.seeOther(URI.create("/requests/" + told.id())).build())
                .orElseGet(() -> unknown(typed));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        return records.find(id, viewer.caller())
                .map(told ->
                        html(200, Templates.request(viewer.page(say().title()), told, new Figures(viewer.language()))))
                .orElseGet(() -> unknown(id));
    }

    private Response unknown(String id) {
        return html(404, Templates.search(viewer.page(say().search()), id));
    }

    private Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(page.setLocale(viewer.language().locale()).render())
                .build();
    }

    private ReceiptMessages say() {
        Language language = viewer.language();
        return language == Language.FRENCH
                ? MessageBundles.get(ReceiptMessages.class)
                : MessageBundles.get(ReceiptMessages.class, Localized.Literal.of(language.code()));
    }
}
