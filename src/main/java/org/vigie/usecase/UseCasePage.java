package org.vigie.usecase;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.identity.ApiKey;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** Tour › Cas d’usage: the list, the declaration, the file of one with its states and its keys. */
@Path("/use-cases")
@RunOnVirtualThread
@Cache(noStore = true)
public class UseCasePage {

    private final Viewer viewer;
    private final UseCases useCases;
    private final People people;
    private final Catalog catalog;

    @Inject
    UseCasePage(Viewer viewer, UseCases useCases, People people, Catalog catalog) {
        this.viewer = viewer;
        this.useCases = useCases;
        this.people = people;
        this.catalog = catalog;
    }

    /** One use case as it is shown. @param over whether its last day is past */
    public record Shown(UseCase useCase, String owner, String until, String budget, boolean over) {}

    public record ListView(List<Shown> useCases, boolean mayDeclare) {}

    /** @param version of the use case that is changed; 0 for a new one */
    public record FormView(Form form, List<String> models, int version, int mostTesters) {}

    /**
     * @param testers by their names
     * @param mayUse whether this person may have a key
     * @param secret the key that was just made, else nothing
     * @param recent whether the password was given lately enough to make one
     */
    public record FileView(
            Shown shown,
            List<String> testers,
            boolean mayManage,
            boolean mayUse,
            boolean recent,
            String secret,
            Form form) {}

    @CheckedTemplate(basePath = "usecase")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Page page, ListView view);

        static native TemplateInstance form(Page page, FormView view);

        static native TemplateInstance file(Page page, FileView view);
    }

    @GET
    public Response list() {
        ListView view = new ListView(
                useCases.all().stream().map(this::shown).toList(),
                Rights.allows(viewer.caller(), Right.MANAGE_USE_CASES));
        return Pages.show(Templates.list(viewer.page(say().useCases()), view), viewer.language());
    }

    /** {@code new} is in lower case, so it is no use case's code. */
    @GET
    @Path("{code}")
    public Response show(@PathParam("code") String code) {
        if (code.equals("new")) return begin();
        return Pages.show(file(useCases.find(code), "", Form.of(Map.of())), viewer.language());
    }

    private Response begin() {
        if (!Rights.allows(viewer.caller(), Right.MANAGE_USE_CASES)) {
            throw new ProblemException(new Problem.Forbidden());
        }
        Form form = Form.of(Map.of(
                "owner", List.of(viewer.caller().email()),
                "dataClass", List.of("C1"),
                "until",
                        List.of(LocalDate.ofInstant(useCases.now(), UseCase.ZONE)
                                .plusMonths(3)
                                .toString())));
        return Pages.show(form(form, 0), viewer.language());
    }

    @POST
    public Response declare(RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        try {
            UseCase wanted = forms().read(posted);
            useCases.declare(viewer.caller(), wanted);
            return Pages.goTo("/use-cases/" + wanted.code());
        } catch (UseCaseException rejected) {
            return Pages.showAgain(form(faults(posted.form(), rejected), 0), viewer.language());
        }
    }

    @GET
    @Path("{code}/edit")
    public Response edit(@PathParam("code") String code) {
        UseCase useCase = useCases.find(code);
        if (!useCases.mayManage(viewer.caller(), useCase)) throw new ProblemException(new Problem.Forbidden());
        return Pages.show(form(forms().of(useCase), useCase.version()), viewer.language());
    }

    @POST
    @Path("{code}")
    public Response describe(@PathParam("code") String code, RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        int version = posted.text("version").matches("\\d{1,9}") ? Integer.parseInt(posted.text("version")) : 0;
        try {
            useCases.describe(viewer.caller(), code, version, forms().read(posted));
            return Pages.goTo("/use-cases/" + code);
        } catch (UseCaseException rejected) {
            return Pages.showAgain(form(faults(posted.form(), rejected), Math.max(1, version)), viewer.language());
        }
    }

    @POST
    @Path("{code}/state")
    public Response move(@PathParam("code") String code, RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        try {
            useCases.move(viewer.caller(), code, UseCaseForms.next(posted), UseCaseForms.motive(posted));
            return Pages.goTo("/use-cases/" + code);
        } catch (UseCaseException rejected) {
            return again(code, posted, rejected);
        }
    }

    @POST
    @Path("{code}/keys")
    public Response issueKey(@PathParam("code") String code, RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        if (!viewer.recentlyAuthenticated()) throw new ProblemException(new Problem.AuthenticationTooOld());
        try {
            ApiKey.Issued issued = useCases.issueKey(viewer.caller(), code, say().keyName(code));
            return Pages.show(
                    file(useCases.find(code), issued.secret().reveal(), Form.of(Map.of())), viewer.language());
        } catch (UseCaseException rejected) {
            return again(code, posted, rejected);
        }
    }

    private Response again(String code, PostedFields posted, UseCaseException rejected) {
        return Pages.showAgain(file(useCases.find(code), "", faults(posted.form(), rejected)), viewer.language());
    }

    private TemplateInstance form(Form form, int version) {
        FormView view =
                new FormView(form, catalog.routes().stream().map(Route::model).toList(), version, UseCase.MOST_TESTERS);
        return Templates.form(viewer.page(version == 0 ? say().declare() : say().change()), view);
    }

    private TemplateInstance file(UseCase useCase, String secret, Form form) {
        FileView view = new FileView(
                shown(useCase),
                useCase.testers().stream().map(this::name).sorted().toList(),
                useCases.mayManage(viewer.caller(), useCase),
                useCase.state() == UseCase.State.OPEN
                        && useCase.users().anyMatch(viewer.caller().person()::equals),
                viewer.recentlyAuthenticated(),
                secret,
                form);
        return Templates.file(viewer.page(useCase.title()), view);
    }

    private Shown shown(UseCase useCase) {
        Figures figures = new Figures(viewer.language());
        return new Shown(
                useCase,
                name(useCase.owner()),
                figures.day(useCase.until()),
                figures.cost(useCase.budgetMicroEuros()),
                useCase.isOver(useCases.now()));
    }

    private String name(UUID person) {
        return people.find(person).map(Person::name).orElse("–");
    }

    private Form faults(Form form, UseCaseException rejected) {
        return UseCaseForms.faults(form, rejected, say());
    }

    private UseCaseForms forms() {
        return new UseCaseForms(people);
    }

    private UseCaseMessages say() {
        return Bundles.in(UseCaseMessages.class, viewer.language());
    }
}
