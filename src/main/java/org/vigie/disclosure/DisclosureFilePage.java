package org.vigie.disclosure;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.disclosure.Disclosure.State;
import org.vigie.disclosure.DisclosureView.FileView;
import org.vigie.disclosure.DisclosureView.TraceView;
import org.vigie.identity.People;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** One request, for those who hold or may give a key, and for everybody else nothing: the second key, and the traces. */
@Path("/disclosures/file")
@RunOnVirtualThread
@Cache(noStore = true)
public class DisclosureFilePage {
    private static final int SHOWN = 100;

    private final Disclosures disclosures;
    private final People people;
    private final Viewer viewer;

    @Inject
    DisclosureFilePage(Disclosures disclosures, People people, Viewer viewer) {
        this.disclosures = disclosures;
        this.people = people;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "disclosure")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance file(Page page, FileView view);

        static native TemplateInstance trace(Page page, TraceView view);

        static native TemplateInstance shut(Page page, DisclosureView.File file);
    }

    @GET
    @Path("/{code}")
    public Response show(@PathParam("code") String code) {
        return Pages.show(file(code, Form.of(Map.of())), viewer.language());
    }

    @POST
    @Path("/{code}/give")
    public Response give(@PathParam("code") String code, RoutingContext request) {
        requireRecent();
        return act(code, PostedFields.of(request), () -> disclosures.give(viewer.caller(), code));
    }

    @POST
    @Path("/{code}/refuse")
    public Response refuse(@PathParam("code") String code, RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        return act(code, posted, () -> disclosures.refuse(viewer.caller(), code, posted.text("answer")));
    }

    @POST
    @Path("/{code}/withdraw")
    public Response withdraw(@PathParam("code") String code, RoutingContext request) {
        return act(code, PostedFields.of(request), () -> disclosures.withdraw(viewer.caller(), code));
    }

    @POST
    @Path("/{code}/close")
    public Response close(@PathParam("code") String code, RoutingContext request) {
        return act(code, PostedFields.of(request), () -> disclosures.close(viewer.caller(), code));
    }

    private Response act(String code, PostedFields posted, Runnable act) {
        try {
            act.run();
            return Pages.goTo(path(code));
        } catch (Fault.Raised rejected) {
            return Pages.showAgain(file(code, telling().withFaults(posted.form(), rejected)), viewer.language());
        }
    }

    /** @param page from 1 */
    @GET
    @Path("/{code}/trace")
    public Response trace(@PathParam("code") String code, @QueryParam("page") @DefaultValue("1") String page) {
        Disclosure held = disclosures.held(viewer.caller(), code);
        if (!viewer.recentlyAuthenticated()) return Pages.goTo(Pages.confirmPath(path(code)));
        Optional<List<TraceLine>> read = disclosures.read(viewer.caller(), code, Disclosures.Form.PAGE);
        if (read.isEmpty()) return Pages.missing(shut(held), viewer.language());
        List<TraceLine> all = read.get();
        int last = Math.max(1, (all.size() + SHOWN - 1) / SHOWN);
        int shown = page.matches("[1-9]\\d{0,5}") ? Math.min(last, Integer.parseInt(page)) : 1;
        int from = (shown - 1) * SHOWN;
        int to = Math.min(all.size(), from + SHOWN);
        Telling telling = telling();
        TraceView view = new TraceView(
                telling.file(held, disclosures.readings(held).size()),
                telling.lines(all.subList(from, to)),
                all.isEmpty() ? 0 : from + 1,
                to,
                all.size(),
                shown > 1 ? Optional.of(shown - 1) : Optional.empty(),
                shown < last ? Optional.of(shown + 1) : Optional.empty());
        return Pages.show(Templates.trace(viewer.page(telling.say().traceTitle(code)), view), viewer.language());
    }

    @GET
    @Path("/{code}/trace.csv")
    @Produces("text/csv; charset=utf-8")
    public Response csv(@PathParam("code") String code) {
        disclosures.held(viewer.caller(), code);
        requireRecent();
        List<TraceLine> lines =
                disclosures.read(viewer.caller(), code, Disclosures.Form.CSV).orElseThrow(Disclosures::missing);
        return Response.ok(TraceCsv.of(lines))
                .header("Content-Disposition", "attachment; filename=\"vigie-" + code + ".csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private void requireRecent() {
        if (!viewer.recentlyAuthenticated()) throw new ProblemException(new Problem.AuthenticationTooOld());
    }

    private TemplateInstance shut(Disclosure held) {
        Telling telling = telling();
        return Templates.shut(
                viewer.page(telling.say().shutTitle()),
                telling.file(held, disclosures.readings(held).size()));
    }

    private TemplateInstance file(String code, Form form) {
        Disclosure held = disclosures.held(viewer.caller(), code);
        Telling telling = telling();
        State state = held.at(disclosures.now());
        boolean mine = held.first().person().equals(viewer.caller().person());
        FileView view = new FileView(
                telling.file(held, disclosures.readings(held).size()),
                mine,
                !mine && state == State.ASKED,
                state == State.OPEN,
                viewer.recentlyAuthenticated(),
                Pages.confirmPath(path(code)),
                form);
        return Templates.file(viewer.page(telling.say().fileTitle(code)), view);
    }

    private static String path(String code) {
        return "/disclosures/file/" + code;
    }

    private Telling telling() {
        return new Telling(viewer.language(), people, disclosures.now());
    }
}
