package org.vigie.disclosure;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.disclosure.DisclosureView.Asking;
import org.vigie.disclosure.DisclosureView.Overview;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.metering.Meter;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** Tour › Traces nominatives: the register, which names nobody, and the request, which gives the first key. */
@Path("/disclosures")
@RunOnVirtualThread
@Cache(noStore = true)
public class DisclosuresPage {
    private static final String NEW = "/disclosures/new";

    private final Disclosures disclosures;
    private final People people;
    private final Viewer viewer;

    @Inject
    DisclosuresPage(Disclosures disclosures, People people, Viewer viewer) {
        this.disclosures = disclosures;
        this.people = people;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "disclosure")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance overview(Page page, Overview view);

        static native TemplateInstance ask(Page page, Asking view);
    }

    @GET
    public Response list() {
        Telling telling = telling();
        List<Disclosure> all = disclosures.all();
        Map<String, Integer> byCategory = new LinkedHashMap<>();
        for (Category category : Category.values()) byCategory.put(category.code(), 0);
        all.forEach(one -> byCategory.merge(one.wanted().category().code(), 1, Integer::sum));
        Overview view = new Overview(
                all.stream().map(telling::register).toList(),
                byCategory,
                disclosures.ofHolder(viewer.caller().person()).stream()
                        .map(one -> telling.own(one, viewer.caller().person()))
                        .toList(),
                Rights.allows(viewer.caller(), Right.ASK_DISCLOSURE),
                Rights.allows(viewer.caller(), Right.NAME_KEY_HOLDERS));
        return Pages.show(Templates.overview(viewer.page(telling.say().title()), view), viewer.language());
    }

    @GET
    @Path("/new")
    public Response begin() {
        LocalDate today = LocalDate.ofInstant(disclosures.now(), Meter.ZONE);
        Form form = Form.of(Map.of(
                "from", List.of(today.minusDays(7).toString()),
                "to", List.of(today.toString()),
                "days", List.of("2")));
        return Pages.show(form(form), viewer.language());
    }

    @POST
    @Path("/new")
    public Response ask(RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        if (!viewer.recentlyAuthenticated()) throw new ProblemException(new Problem.AuthenticationTooOld());
        try {
            Disclosure asked = disclosures.ask(viewer.caller(), wanted(posted));
            return Pages.goTo("/disclosures/file/" + asked.code());
        } catch (Fault.Raised rejected) {
            return Pages.showAgain(form(telling().withFaults(posted.form(), rejected)), viewer.language());
        }
    }

    /** @throws Fault.Raised with all that keeps the form from being read */
    private Wanted wanted(PostedFields posted) {
        EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
        Optional<Person> about = people.find(posted.text("person").strip()).filter(Person::active);
        if (about.isEmpty()) faults.add(Fault.PERSON_UNKNOWN);
        Optional<LocalDate> from = PostedFields.day(posted.text("from"));
        Optional<LocalDate> to = PostedFields.day(posted.text("to"));
        if (from.isEmpty() || to.isEmpty()) faults.add(Fault.PERIOD_INVALID);
        Optional<Category> category = Category.find(posted.text("category"));
        if (category.isEmpty()) faults.add(Fault.CATEGORY_MISSING);
        if (posted.text("reason").strip().length() < Wanted.SHORTEST_REASON) faults.add(Fault.REASON_TOO_SHORT);
        Fault.raise(faults);
        String incident = posted.text("incident").strip();
        return new Wanted(
                about.orElseThrow().id(),
                from.orElseThrow(),
                to.orElseThrow(),
                category.orElseThrow(),
                posted.text("reason"),
                Optional.of(incident).filter(code -> !code.isEmpty()),
                posted.text("days").matches("[1-9]") ? Integer.parseInt(posted.text("days")) : 0);
    }

    private TemplateInstance form(Form form) {
        Asking view =
                new Asking(form, List.of(Category.values()), viewer.recentlyAuthenticated(), Pages.confirmPath(NEW));
        return Templates.ask(viewer.page(telling().say().ask()), view);
    }

    private Telling telling() {
        return new Telling(viewer.language(), people, disclosures.now());
    }
}
