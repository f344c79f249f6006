package org.vigie.disclosure;

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
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.disclosure.DisclosureView.HoldersView;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** Who may give second keys besides the two roles: named beforehand, by a decision that everybody can read. */
@Path("/disclosures/key-holders")
@RunOnVirtualThread
@Cache(noStore = true)
public class KeyHoldersPage {
    private static final String HERE = "/disclosures/key-holders";

    private final KeyHolders holders;
    private final Disclosures disclosures;
    private final People people;
    private final Viewer viewer;

    @Inject
    KeyHoldersPage(KeyHolders holders, Disclosures disclosures, People people, Viewer viewer) {
        this.holders = holders;
        this.disclosures = disclosures;
        this.people = people;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "disclosure")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance holders(Page page, HoldersView view);
    }

    @GET
    public Response show() {
        return Pages.show(page(Form.of(Map.of())), viewer.language());
    }

    @POST
    public Response name(RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        return act(posted, () -> {
            UUID person = people.find(posted.text("holder").strip())
                    .map(Person::id)
                    .orElseThrow(Fault.HOLDER_UNKNOWN::raised);
            Capacity capacity =
                    posted.text("capacity").equals(Capacity.COUNSEL.code()) ? Capacity.COUNSEL : Capacity.STAFF_REP;
            holders.name(viewer.caller(), person, capacity, motive(posted));
        });
    }

    @POST
    @Path("/{naming}/end")
    public Response end(@PathParam("naming") UUID naming, RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        return act(posted, () -> holders.end(viewer.caller(), naming, motive(posted)));
    }

    private Response act(PostedFields posted, Runnable act) {
        if (!viewer.recentlyAuthenticated()) throw new ProblemException(new Problem.AuthenticationTooOld());
        try {
            act.run();
            return Pages.goTo(HERE);
        } catch (Fault.Raised rejected) {
            return Pages.showAgain(page(telling().withFaults(posted.form(), rejected)), viewer.language());
        }
    }

    private static String motive(PostedFields posted) {
        String motive = posted.text("motive").strip();
        return motive.substring(0, Math.min(motive.length(), Wanted.LONGEST_REASON));
    }

    private TemplateInstance page(Form form) {
        Telling telling = telling();
        HoldersView view = new HoldersView(
                holders.all().stream().map(telling::holder).toList(),
                form,
                viewer.recentlyAuthenticated(),
                Pages.confirmPath(HERE));
        return Templates.holders(viewer.page(telling.say().holders()), view);
    }

    private Telling telling() {
        return new Telling(viewer.language(), people, disclosures.now());
    }
}
