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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.identity.AccountException;
import org.vigie.identity.NewPerson;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Role;
import org.vigie.identity.Team;
import org.vigie.identity.Teams;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Secret;

/** Réglages › Personnes: the accounts of the instance, for those who manage them. */
@Path("/settings/people")
@RunOnVirtualThread
public class PeoplePage {
    private static final String LIST = "/settings/people";
    private static final Form NEW = Form.of(Map.of("roles", List.of(Role.EMPLOYEE.code())));

    private final People people;
    private final Teams teams;
    private final Acts acts;
    private final Viewer viewer;

    @Inject
    PeoplePage(People people, Teams teams, Acts acts, Viewer viewer) {
        this.people = people;
        this.teams = teams;
        this.acts = acts;
        this.viewer = viewer;
    }

    /** What the selects and checkboxes of a person's form offer. */
    public record Choices(List<Role> roles, List<Team> teams) {}

    @CheckedTemplate(basePath = "identity")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance people(Page page, List<Person> people, String search);

        static native TemplateInstance newPerson(Page page, Form form, Choices choices);

        static native TemplateInstance person(Page page, Person person, Form form, Choices choices);

        static native TemplateInstance password(Page page, Person person, String password);
    }

    @GET
    public Response list(@QueryParam("q") @Nullable String search) {
        String wanted = search == null ? "" : search.strip();
        String lower = wanted.toLowerCase(Locale.ROOT);
        List<Person> found = people.all().stream()
                .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(lower)
                        || person.email().contains(lower))
                .toList();
        return Pages.show(Templates.people(viewer.page(say().people()), found, wanted), viewer.language());
    }

    @GET
    @Path("/new")
    public Response showNew() {
        return Pages.show(newPerson(NEW), viewer.language());
    }

    @POST
    public Response create(RoutingContext request) {
        acts.mustBeRecordable();
        Form form = PostedFields.of(request).form();
        Secret password = people.generatePassword();
        try {
            Person person = people.create(new NewPerson(
                    form.value("email"), form.value("name"), password, roles(form), team(form), viewer.language()));
            acts.personCreated(viewer.session().person(), person);
            return showPassword(person, password);
        } catch (AccountException rejected) {
            return Pages.showAgain(newPerson(form.with(rejected.faults(), say())), viewer.language());
        }
    }

    @GET
    @Path("/{person}/edit")
    public Response showPerson(@PathParam("person") UUID id) {
        Person person = existing(id);
        return Pages.show(person(person, filled(person)), viewer.language());
    }

    @POST
    @Path("/{person}/edit")
    public Response change(@PathParam("person") UUID id, RoutingContext request) {
        acts.mustBeRecordable();
        Person before = existing(id);
        Form form = PostedFields.of(request).form();
        try {
            people.update(id, form.value("name"), roles(form), team(form));
        } catch (AccountException rejected) {
            return Pages.showAgain(person(before, form.with(rejected.faults(), say())), viewer.language());
        }
        acts.personChanged(viewer.caller(), before, roles(form));
        return Pages.goTo(LIST);
    }

    @POST
    @Path("/{person}/password")
    public Response resetPassword(@PathParam("person") UUID id) {
        acts.mustBeRecordable();
        Person person = existing(id);
        Secret password = people.resetPassword(id);
        acts.passwordReset(viewer.caller(), id);
        return showPassword(person, password);
    }

    @POST
    @Path("/{person}/disable")
    public Response disable(@PathParam("person") UUID id) {
        acts.mustBeRecordable();
        Person person = existing(id);
        try {
            people.disable(id);
        } catch (AccountException rejected) {
            return Pages.showAgain(person(person, filled(person).with(rejected.faults(), say())), viewer.language());
        }
        acts.personDisabled(viewer.caller(), id);
        return Pages.goTo(LIST);
    }

    @POST
    @Path("/{person}/enable")
    public Response enable(@PathParam("person") UUID id) {
        acts.mustBeRecordable();
        existing(id);
        people.enable(id);
        acts.personEnabled(viewer.caller(), id);
        return Pages.goTo(LIST);
    }

    private Response showPassword(Person person, Secret password) {
        Page page = viewer.page(say().passwordOnce(person.name()));
        return Pages.show(Templates.password(page, person, password.reveal()), viewer.language());
    }

    private Person existing(UUID id) {
        return people.find(id).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    private static Form filled(Person person) {
        return Form.of(Map.of(
                "name", List.of(person.name()),
                "roles", person.roles().stream().map(Role::code).toList(),
                "team", person.team().stream().toList()));
    }

    private static Set<Role> roles(Form form) {
        return Arrays.stream(Role.values())
                .filter(role -> form.holds("roles", role.code()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> team(Form form) {
        return form.first("team").filter(code -> !code.isEmpty());
    }

    private TemplateInstance newPerson(Form form) {
        return Templates.newPerson(viewer.page(say().addPerson()), form, choices());
    }

    private TemplateInstance person(Person person, Form form) {
        return Templates.person(viewer.page(say().editPerson(person.name())), person, form, choices());
    }

    private Choices choices() {
        return new Choices(List.of(Role.values()), teams.all());
    }

    private IdentityMessages say() {
        return Words.in(viewer.language());
    }
}
