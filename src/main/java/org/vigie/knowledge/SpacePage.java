package org.vigie.knowledge;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Team;
import org.vigie.identity.Teams;
import org.vigie.mission.Missions;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** One space: its documents with their states, what is added to it, and for its owner its members. */
@Path("/documents")
@RunOnVirtualThread
@Cache(noStore = true)
public class SpacePage {
    private final Viewer viewer;
    private final Spaces spaces;
    private final Documents documents;
    private final People people;
    private final Teams teams;
    private final Missions missions;

    @Inject
    SpacePage(Viewer viewer, Spaces spaces, Documents documents, People people, Teams teams, Missions missions) {
        this.viewer = viewer;
        this.spaces = spaces;
        this.documents = documents;
        this.people = people;
        this.teams = teams;
        this.missions = missions;
    }

    /** @param person their id, empty for a team's @param team its code, empty for a person's */
    public record Member(String name, String person, String team, Access access) {}

    /** One document as it is shown. @param said what a reader must know of it: why it failed, what is missing */
    public record DocumentLine(Document document, String addedAt, String size, List<String> said) {}

    /** @param moving whether some are still waiting or being read: the page looks again */
    public record DocumentsView(
            String space, List<DocumentLine> lines, boolean mayAdd, boolean moving, String csrfToken) {}

    /**
     * @param mission its name, empty where there is none
     * @param members none for whoever may not name them
     * @param teams that may be added
     * @param added what became of the last upload, empty where there was none
     */
    public record View(
            Space space,
            Access access,
            String owner,
            String mission,
            List<Member> members,
            List<Team> teams,
            DocumentsView documents,
            String added,
            Form form) {
        public boolean mayAdd() {
            return access.includes(Access.CONTRIBUTOR);
        }

        public boolean owns() {
            return access == Access.OWNER;
        }
    }

    @CheckedTemplate(basePath = "knowledge")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance space(Page page, View view);

        static native TemplateInstance documents(DocumentsView view);
    }

    @GET
    @Path("/spaces/{id}")
    public Response show(@PathParam("id") UUID id, RoutingContext request) {
        Space space = spaces.find(viewer.caller(), id);
        return Pages.show(page(space, Added.of(request.request().getParam("added")), Form.EMPTY), viewer.language());
    }

    /** The table alone, asked for every second while something moves. */
    @GET
    @Path("/spaces/{id}/table")
    public Response table(@PathParam("id") UUID id) {
        Space space = spaces.find(viewer.caller(), id);
        return Pages.show(Templates.documents(table(space)), viewer.language());
    }

    @POST
    @Path("/spaces/{id}/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@PathParam("id") UUID id, @RestForm("file") @Nullable List<FileUpload> files) {
        try {
            Added added = documents.add(viewer.caller(), id, Documents.Sent.of(files));
            return Pages.goTo("/documents/spaces/" + id + "?added=" + added.written() + "#documents");
        } catch (SpaceException rejected) {
            return again(id, Form.EMPTY, rejected);
        }
    }

    @POST
    @Path("/spaces/{id}/members")
    public Response open(@PathParam("id") UUID id, RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        try {
            spaces.open(viewer.caller(), id, new SpaceForms(people).grant(posted));
            return Pages.goTo("/documents/spaces/" + id + "#members");
        } catch (SpaceException rejected) {
            return again(id, posted.form(), rejected);
        }
    }

    @POST
    @Path("/spaces/{id}/members/remove")
    public Response close(@PathParam("id") UUID id, RoutingContext request) {
        spaces.close(viewer.caller(), id, SpaceForms.named(PostedFields.of(request)));
        return Pages.goTo("/documents/spaces/" + id + "#members");
    }

    private Response again(UUID id, Form form, SpaceException rejected) {
        Space space = spaces.find(viewer.caller(), id);
        return Pages.showAgain(
                page(space, Optional.empty(), SpaceForms.faults(form, rejected, say())), viewer.language());
    }

    private TemplateInstance page(Space space, Optional<Added> added, Form form) {
        Access access = space.access(viewer.caller()).orElseThrow();
        boolean owns = access == Access.OWNER;
        View view = new View(
                space,
                access,
                name(space.owner()),
                space.mission()
                        .map(code -> missions.known(code).map(one -> one.name()).orElse(code))
                        .orElse(""),
                owns ? members(space) : List.of(),
                owns ? teams.all() : List.of(),
                table(space),
                added.map(one -> say().added(one.documents(), one.known(), one.leftOut()))
                        .orElse(""),
                form);
        return Templates.space(viewer.page(space.name()), view);
    }

    private DocumentsView table(Space space) {
        Figures figures = new Figures(viewer.language());
        List<Document> all = documents.of(viewer.caller(), space);
        List<DocumentLine> lines = all.stream()
                .map(one -> new DocumentLine(
                        one,
                        figures.moment(one.addedAt()),
                        size(one.size(), figures),
                        new DocumentWords(say()).of(one)))
                .toList();
        return new DocumentsView(
                space.id().toString(),
                lines,
                space.allows(viewer.caller(), Access.CONTRIBUTOR),
                all.stream().anyMatch(one -> one.state().isMoving()),
                viewer.csrfToken());
    }

    private String size(long bytes, Figures figures) {
        long kibibytes = (bytes + 1023) / 1024;
        return kibibytes < 1024
                ? say().kilobytes(figures.count(kibibytes))
                : say().megabytes(figures.count(kibibytes / 1024));
    }

    private List<Member> members(Space space) {
        Map<String, String> names =
                teams.all().stream().collect(java.util.stream.Collectors.toMap(Team::code, Team::name));
        return space.grants().stream()
                .map(grant -> switch (grant) {
                    case Grant.OfPerson(UUID person, Access access) ->
                        new Member(name(person), person.toString(), "", access);
                    case Grant.OfTeam(String team, Access access) ->
                        new Member(names.getOrDefault(team, team), "", team, access);
                })
                .sorted(java.util.Comparator.comparing(Member::access)
                        .reversed()
                        .thenComparing(Member::name))
                .toList();
    }

    private String name(UUID person) {
        return people.find(person).map(Person::name).orElse("–");
    }

    private KnowledgeMessages say() {
        return Bundles.in(KnowledgeMessages.class, viewer.language());
    }
}
