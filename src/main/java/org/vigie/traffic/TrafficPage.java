package org.vigie.traffic;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.routing.Routing;
import org.vigie.routing.TargetHealth;
import org.vigie.traffic.TrafficView.Live;
import org.vigie.traffic.TrafficView.Period;
import org.vigie.web.Bundles;
import org.vigie.web.Page;
import org.vigie.web.Viewer;

/** Mesure › Passerelle: what passes, how fast, at which cost. Of models, never of people. */
@Path("/gateway")
@RunOnVirtualThread
@Cache(noStore = true)
public class TrafficPage {
    private final Traffic traffic;
    private final Routing routing;
    private final Viewer viewer;

    @Inject
    TrafficPage(Traffic traffic, Routing routing, Viewer viewer) {
        this.traffic = traffic;
        this.routing = routing;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "traffic")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance traffic(
                Page page, TrafficView view, Live live, List<TargetHealth> health, Figures say);

        static native TemplateInstance live(Live live, Figures say);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@QueryParam("period") @DefaultValue("24h") String period) {
        return Templates.traffic(
                        viewer.page(words().gateway()), view(Period.of(period)), live(), routing.health(), figures())
                .setLocale(viewer.language().locale());
    }

    /** The last hour alone, which the page asks for again and again. */
    @GET
    @Path("/live")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance lastHour() {
        return Templates.live(live(), figures()).setLocale(viewer.language().locale());
    }

    @GET
    @Path("/traffic.csv")
    @Produces("text/csv; charset=utf-8")
    public Response csv(@QueryParam("period") @DefaultValue("24h") String period) {
        Period chosen = Period.of(period);
        return Response.ok(TrafficCsv.of(view(chosen)))
                .header("Content-Disposition", "attachment; filename=\"vigie-passerelle-" + chosen.code() + ".csv\"")
                .build();
    }

    private TrafficView view(Period period) {
        return TrafficView.of(period, traffic.since(Duration.ofDays(period.days()), Instant.now()));
    }

    private Live live() {
        return Live.of(traffic.lastHour(Instant.now()), traffic.percentileMillis(0.5), traffic.percentileMillis(0.95));
    }

    private Figures figures() {
        return new Figures(viewer.language());
    }

    private TrafficMessages words() {
        return Bundles.in(TrafficMessages.class, viewer.language());
    }
}
