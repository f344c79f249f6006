package org.vigie.disclosure;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.disclosure.Disclosure.State;
import org.vigie.disclosure.DisclosureView.OwnTrace;
import org.vigie.disclosure.DisclosureView.OwnView;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Role;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** What was read of one's own traces: when, why, as what, until when, and whom to ask about it. */
@Path("/account/traces")
@RunOnVirtualThread
@Cache(noStore = true)
public class OwnTracesPage {
    private final Disclosures disclosures;
    private final People people;
    private final Viewer viewer;

    @Inject
    OwnTracesPage(Disclosures disclosures, People people, Viewer viewer) {
        this.disclosures = disclosures;
        this.people = people;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "disclosure")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance own(Page page, OwnView view);
    }

    @GET
    public Response show() {
        Telling telling = new Telling(viewer.language(), people, disclosures.now());
        OwnView view = new OwnView(
                disclosures.openedAbout(viewer.caller().person()).stream()
                        .map(disclosure -> own(disclosure, telling))
                        .toList(),
                names(Role.DPO),
                names(Role.STAFF_REP));
        return Pages.show(Templates.own(viewer.page(telling.say().own()), view), viewer.language());
    }

    @POST
    @Path("/{code}/seen")
    public Response seen(@PathParam("code") String code) {
        disclosures.acknowledge(viewer.caller(), code);
        return Pages.goTo("/account/traces");
    }

    private OwnTrace own(Disclosure disclosure, Telling telling) {
        List<Instant> readings = disclosures.readings(disclosure);
        return new OwnTrace(
                telling.file(disclosure, readings.size()),
                disclosure.at(disclosures.now()) == State.OPEN,
                disclosure.seenAt().isEmpty(),
                readings.isEmpty() ? "" : telling.moment(readings.getLast()));
    }

    private List<String> names(Role role) {
        return people.all().stream()
                .filter(Person::active)
                .filter(person -> person.roles().contains(role))
                .map(person -> person.name() + " (" + person.email() + ")")
                .toList();
    }
}
