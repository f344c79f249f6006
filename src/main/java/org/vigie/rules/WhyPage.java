package org.vigie.rules;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** « Pourquoi ? »: what a request would be answered, by which effects; and what one's own request of before would be. */
@Path("/rules/why")
@RunOnVirtualThread
@Cache(noStore = true)
public class WhyPage {
    private final Inquiries inquiries;
    private final Catalog catalog;
    private final Viewer viewer;

    @Inject
    WhyPage(Inquiries inquiries, Catalog catalog, Viewer viewer) {
        this.inquiries = inquiries;
        this.catalog = catalog;
        this.viewer = viewer;
    }

    /** What was typed. @param person an e-mail address; empty for oneself */
    public record Typed(String person, String mission, String useCase, String model, String tools, String text) {
        private Inquiries.Question question() {
            List<String> offered = Arrays.stream(tools.split("[\\s,;]+"))
                    .filter(tool -> !tool.isEmpty())
                    .toList();
            return new Inquiries.Question(person, mission, useCase, model, offered, text);
        }
    }

    /** @param fault what is wrong with what was typed; empty when nothing is */
    public record View(
            Typed typed, List<String> models, boolean forOthers, String fault, Optional<Verdict> answer, int longest) {}

    @CheckedTemplate(basePath = "rules")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance why(Page page, View view);

        static native TemplateInstance replay(Page page, Replay view, Figures say);
    }

    @GET
    public Response show(@QueryParam("model") @DefaultValue("") String model) {
        Typed typed = new Typed("", "", "", model, "", "");
        return Pages.show(page(typed, "", Optional.empty()), viewer.language());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(
            @FormParam("person") @DefaultValue("") String person,
            @FormParam("mission") @DefaultValue("") String mission,
            @FormParam("useCase") @DefaultValue("") String useCase,
            @FormParam("model") @DefaultValue("") String model,
            @FormParam("tools") @DefaultValue("") String tools,
            @FormParam("text") @DefaultValue("") String text) {
        Typed typed = new Typed(person.strip(), mission.strip(), useCase.strip(), model, tools.strip(), text);
        return switch (inquiries.ask(viewer.caller(), typed.question(), viewer.language())) {
            case Inquiries.Judged(Verdict verdict) ->
                Pages.show(page(typed, "", Optional.of(verdict)), viewer.language());
            case Inquiries.Fault fault ->
                Pages.showAgain(page(typed, fault.in(say()), Optional.empty()), viewer.language());
        };
    }

    @GET
    @Path("requests/{id}")
    public Response replay(@PathParam("id") UUID id) {
        Replay view = inquiries.replay(viewer.caller(), id, viewer.language());
        return Pages.show(
                Templates.replay(viewer.page(say().replay()), view, new Figures(viewer.language())), viewer.language());
    }

    private TemplateInstance page(Typed typed, String fault, Optional<Verdict> answer) {
        List<String> models = catalog.routes().stream().map(Route::model).toList();
        boolean others = Inquiries.forOthers(viewer.caller());
        View view = new View(typed, models, others, fault, answer, Inquiries.LONGEST);
        return Templates.why(viewer.page(say().why()), view);
    }

    private RulesMessages say() {
        return Bundles.in(RulesMessages.class, viewer.language());
    }
}
