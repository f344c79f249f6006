package org.vigie.web;

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
import org.vigie.identity.AccountException;
import org.vigie.identity.Team;
import org.vigie.identity.Teams;

/** Réglages › Personnes › Équipes. */
@Path("/settings/teams")
@RunOnVirtualThread
public class TeamsPage {
    private final Teams teams;
    private final Acts acts;
    private final Viewer viewer;

    @Inject
    TeamsPage(Teams teams, Acts acts, Viewer viewer) {
        this.teams = teams;
        this.acts = acts;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "identity")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance teams(Page page, List<Team> teams, Form form);
    }

    @GET
    public Response show() {
        return Pages.show(template(Form.EMPTY), viewer.language());
    }

    @POST
    public Response create(RoutingContext request) {
        Form form = PostedFields.of(request).form();
        return change(
                form,
                "team.created",
                new Team(form.value("code").strip(), form.value("name").strip()),
                teams::create);
    }

    @POST
    @Path("/{code}/name")
    public Response rename(@PathParam("code") String code, RoutingContext request) {
        Form form = PostedFields.of(request).form();
        return change(form, "team.renamed", new Team(code, form.value("name").strip()), teams::rename);
    }

    private Response change(Form form, String action, Team team, java.util.function.Consumer<Team> change) {
        acts.mustBeRecordable();
        try {
            change.accept(team);
        } catch (AccountException rejected) {
            return Pages.showAgain(template(form.with(rejected.faults(), say())), viewer.language());
        }
        acts.teamChanged(viewer.caller(), action, team.code());
        return Pages.goTo("/settings/teams");
    }

    private TemplateInstance template(Form form) {
        return Templates.teams(viewer.page(say().teams()), teams.all(), form);
    }

    private IdentityMessages say() {
        return Words.in(viewer.language());
    }
}
