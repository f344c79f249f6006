package org.vigie.knowledge;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.identity.People;
import org.vigie.mission.Mission;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** Travailler › Documents: the spaces that one may read, and how one makes, describes and deletes them. */
@Path("/documents")
@RunOnVirtualThread
@Cache(noStore = true)
public class SpacesPage {
    private final Viewer viewer;
    private final Spaces spaces;
    private final Documents documents;
    private final People people;

    @Inject
    SpacesPage(Viewer viewer, Spaces spaces, Documents documents, People people) {
        this.viewer = viewer;
        this.spaces = spaces;
        this.documents = documents;
        this.people = people;
    }

    /** @param documents that may be searched in it */
    public record Line(Space space, Access access, int documents) {}

    public record ListView(List<Line> spaces) {}

    /**
     * @param id of the space that is described, empty for a new one
     * @param missions that it may be given to
     */
    public record FormView(Form form, String id, List<Mission> missions) {}

    /** @param documents that go with it, whatever their state */
    public record DeleteView(Space space, int documents) {}

    @CheckedTemplate(basePath = "knowledge")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance spaces(Page page, ListView view);

        static native TemplateInstance spaceForm(Page page, FormView view);

        static native TemplateInstance spaceDelete(Page page, DeleteView view);
    }

    @GET
    public Response list() {
        Map<UUID, Integer> counts = documents.searchable(viewer.caller());
        List<Line> lines = spaces.readableBy(viewer.caller()).stream()
                .map(space -> new Line(
                        space, space.access(viewer.caller()).orElseThrow(), counts.getOrDefault(space.id(), 0)))
                .toList();
        return Pages.show(Templates.spaces(viewer.page(say().documents()), new ListView(lines)), viewer.language());
    }

    @GET
    @Path("/new")
    public Response begin() {
        Form form = Form.of(Map.of("dataClass", List.of("C1"), "retention", List.of("")));
        return Pages.show(form(form, ""), viewer.language());
    }

    @POST
    public Response create(RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        try {
            Space made = spaces.create(viewer.caller(), forms().read(viewer.caller(), posted));
            return Pages.goTo("/documents/spaces/" + made.id());
        } catch (SpaceException rejected) {
            return Pages.showAgain(form(SpaceForms.faults(posted.form(), rejected, say()), ""), viewer.language());
        }
    }

    @GET
    @Path("/spaces/{id}/edit")
    public Response edit(@PathParam("id") UUID id) {
        Space space = spaces.find(viewer.caller(), id, Access.OWNER);
        return Pages.show(form(forms().of(space), id.toString()), viewer.language());
    }

    @POST
    @Path("/spaces/{id}")
    public Response describe(@PathParam("id") UUID id, RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        try {
            spaces.describe(viewer.caller(), id, SpaceForms.version(posted), forms().read(viewer.caller(), posted));
            return Pages.goTo(
                    spaces.readableBy(viewer.caller()).stream()
                                    .anyMatch(space -> space.id().equals(id))
                            ? "/documents/spaces/" + id
                            : "/documents");
        } catch (SpaceException rejected) {
            Form again =
                    forms().of(spaces.find(viewer.caller(), id, Access.OWNER)).over(posted);
            return Pages.showAgain(form(SpaceForms.faults(again, rejected, say()), id.toString()), viewer.language());
        }
    }

    @GET
    @Path("/spaces/{id}/delete")
    public Response askToDelete(@PathParam("id") UUID id) {
        Space space = spaces.find(viewer.caller(), id, Access.OWNER);
        DeleteView view = new DeleteView(space, documents.count(viewer.caller(), id));
        return Pages.show(Templates.spaceDelete(viewer.page(space.name()), view), viewer.language());
    }

    @POST
    @Path("/spaces/{id}/delete")
    public Response delete(@PathParam("id") UUID id) {
        documents.deleteSpace(viewer.caller(), id);
        return Pages.goTo("/documents");
    }

    private TemplateInstance form(Form form, String id) {
        List<Mission> missions = spaces.missionsOf(viewer.caller());
        return Templates.spaceForm(
                viewer.page(id.isEmpty() ? say().createSpace() : say().describe()), new FormView(form, id, missions));
    }

    private SpaceForms forms() {
        return new SpaceForms(people);
    }

    private KnowledgeMessages say() {
        return Bundles.in(KnowledgeMessages.class, viewer.language());
    }
}
