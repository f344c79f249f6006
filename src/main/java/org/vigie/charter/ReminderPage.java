package org.vigie.charter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.web.LocalPath;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** The band above the pages of whoever has not signed, from one of the days of reminder until they put it off. */
@Path("/charter")
@RunOnVirtualThread
@Cache(noStore = true)
@Produces(MediaType.TEXT_HTML)
public class ReminderPage {
    private final Charter charter;
    private final Viewer viewer;

    @Inject
    ReminderPage(Charter charter, Viewer viewer) {
        this.charter = charter;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "charter")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reminder(
                Charter.Reminder due, long daysLeft, long daysOver, String next, String csrfToken);
    }

    /** A part of a page; nothing on the charter's own. @param at the address of the page, as htmx says it */
    @GET
    @Path("/reminder")
    public Response show(@HeaderParam("HX-Current-URL") @DefaultValue("") String at) {
        String here = path(at);
        if (here.startsWith("/charter")) return Response.noContent().build();
        return charter.reminder(viewer.caller())
                .map(due -> Pages.show(part(due, here), viewer.language()))
                .orElseGet(() -> Response.noContent().build());
    }

    private TemplateInstance part(Charter.Reminder due, String here) {
        Duration left = Duration.between(charter.now(), due.version().askedFrom());
        long days = Math.ceilDiv(Math.abs(left.toSeconds()), Duration.ofDays(1).toSeconds());
        return Templates.reminder(due, left.isPositive() ? days : 0, days, here, viewer.csrfToken());
    }

    @POST
    @Path("/later")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response later(
            @FormParam("major") int major,
            @FormParam("day") int day,
            @FormParam("next") @DefaultValue("") String next) {
        charter.putOff(viewer.caller(), major, day);
        return Pages.goTo(LocalPath.orHome(next));
    }

    private static String path(String address) {
        try {
            URI uri = URI.create(address);
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            return LocalPath.orHome(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (IllegalArgumentException noAddress) {
            return LocalPath.HOME;
        }
    }
}
