package org.vigie.prompt;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** One prompt: read, rated, written, changed, and filled in for the chat. */
@Path("/library")
@RunOnVirtualThread
@Cache(noStore = true)
public class PromptPage {
    private final Viewer viewer;
    private final Prompts prompts;
    private final People people;

    @Inject
    PromptPage(Viewer viewer, Prompts prompts, People people) {
        this.viewer = viewer;
        this.prompts = prompts;
        this.people = people;
    }

    /** @param by empty where nobody of here wrote it */
    public record Version(int number, String moment, String by, String text) {}

    /**
     * @param author empty where it came with Vigie
     * @param mean of what people gave, in figures of the reader's language; empty while too few did
     * @param versions of before, without the one that stands
     */
    public record View(
            Prompt prompt,
            String author,
            String uses,
            String mean,
            String raters,
            int own,
            boolean mayEdit,
            List<Version> versions) {}

    /** What is said of one blank of the text so far. @param label the name as people read it */
    public record BlankRow(String name, String label, String kind, String description, String example, String choices) {
        static BlankRow of(String name, Form form) {
            return new BlankRow(
                    name,
                    Blank.plain(name).label(),
                    form.value("kind." + name),
                    form.value("description." + name),
                    form.value("example." + name),
                    form.value("choices." + name));
        }
    }

    /**
     * @param id of the one that is changed, empty for a new one
     * @param blanks of its text
     * @param asked whether it was not saved because blanks are to be described first
     */
    public record FormView(Form form, String id, List<Shelf> shelves, List<BlankRow> blanks, boolean asked) {
        /** How a blank is written. */
        public String sample() {
            return "{{destinataire}}";
        }
    }

    @CheckedTemplate(basePath = "prompt")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance prompt(Page page, View view);

        static native TemplateInstance promptForm(Page page, FormView view);

        static native TemplateInstance promptDelete(Page page, Prompt prompt);

        static native TemplateInstance fill(Prompt prompt);
    }

    /** @param from a prompt that the new one begins as; empty for none */
    @GET
    @Path("/new")
    public Response begin(@QueryParam("from") @DefaultValue("") String from) {
        Form form = Form.of(Map.of("dataClass", List.of("C1"), "shelf", List.of(Shelf.OWN.code())));
        if (!from.isEmpty())
            form = PromptForms.of(prompts.find(viewer.caller(), id(from)).content(), Shelf.OWN, 0);
        return Pages.show(form(form, "", false), viewer.language());
    }

    @POST
    public Response create(RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        if (PromptForms.hasNewBlanks(posted)) return Pages.show(form(posted.form(), "", true), viewer.language());
        try {
            Prompt added = prompts.add(viewer.caller(), PromptForms.shelf(posted), PromptForms.content(posted));
            return Pages.goTo("/library/prompts/" + added.id());
        } catch (PromptException rejected) {
            return again(posted, "", rejected);
        }
    }

    @GET
    @Path("/prompts/{id}")
    public Response show(@PathParam("id") UUID id) {
        Prompt prompt = prompts.find(viewer.caller(), id);
        Figures figures = new Figures(viewer.language());
        Prompts.Rating rating = prompts.rating(viewer.caller(), id);
        List<Version> versions = prompts.versions(prompt).stream()
                .filter(past -> past.number() < prompt.version())
                .map(past -> new Version(
                        past.number(),
                        figures.moment(past.at()),
                        name(past.by()),
                        past.content().text()))
                .toList();
        View view = new View(
                prompt,
                name(prompt.owner()),
                figures.count(prompt.uses()),
                rating.mean()
                        .map(mean -> String.format(viewer.language().locale(), "%.1f", mean))
                        .orElse(""),
                figures.count(rating.raters()),
                rating.own(),
                prompt.isEditableBy(viewer.caller()),
                versions);
        return Pages.show(Templates.prompt(viewer.page(prompt.content().title()), view), viewer.language());
    }

    /** @param version whose words are taken up; 0 for those that stand */
    @GET
    @Path("/prompts/{id}/edit")
    public Response edit(@PathParam("id") UUID id, @QueryParam("version") @DefaultValue("0") int version) {
        Prompt prompt = prompts.editable(viewer.caller(), id);
        Content content = version == 0
                ? prompt.content()
                : prompts.versions(prompt).stream()
                        .filter(past -> past.number() == version)
                        .findFirst()
                        .map(PromptStore.Past::content)
                        .orElse(prompt.content());
        Form form = PromptForms.of(content, prompt.shelf(), prompt.version());
        return Pages.show(form(form, id.toString(), false), viewer.language());
    }

    @POST
    @Path("/prompts/{id}")
    public Response change(@PathParam("id") UUID id, RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        if (PromptForms.hasNewBlanks(posted)) {
            return Pages.show(form(posted.form(), id.toString(), true), viewer.language());
        }
        try {
            prompts.change(
                    viewer.caller(),
                    id,
                    PromptForms.version(posted),
                    PromptForms.shelf(posted),
                    PromptForms.content(posted));
            return Pages.goTo("/library/prompts/" + id);
        } catch (PromptException rejected) {
            return again(posted, id.toString(), rejected);
        }
    }

    @GET
    @Path("/prompts/{id}/delete")
    public Response askToDelete(@PathParam("id") UUID id) {
        Prompt prompt = prompts.editable(viewer.caller(), id);
        return Pages.show(Templates.promptDelete(viewer.page(prompt.content().title()), prompt), viewer.language());
    }

    @POST
    @Path("/prompts/{id}/delete")
    public Response delete(@PathParam("id") UUID id) {
        prompts.delete(viewer.caller(), id);
        return Pages.goTo("/library");
    }

    @POST
    @Path("/prompts/{id}/rating")
    public Response rate(@PathParam("id") UUID id, RoutingContext request) {
        String stars = PostedFields.of(request).text("stars");
        prompts.rate(viewer.caller(), id, stars.matches("[0-5]") ? Integer.parseInt(stars) : -1);
        return Pages.goTo("/library/prompts/" + id + "#rating");
    }

    /** The form that fills it in, for the chat. */
    @GET
    @Path("/prompts/{id}/fill")
    public Response fill(@PathParam("id") UUID id) {
        return Pages.show(Templates.fill(prompts.find(viewer.caller(), id)), viewer.language());
    }

    @POST
    @Path("/prompts/{id}/used")
    public Response used(@PathParam("id") UUID id) {
        prompts.used(viewer.caller(), id);
        return Response.noContent().build();
    }

    private Response again(PostedFields posted, String id, PromptException rejected) {
        return Pages.showAgain(form(PromptForms.faults(posted.form(), rejected, say()), id, false), viewer.language());
    }

    private TemplateInstance form(Form form, String id, boolean asked) {
        List<BlankRow> blanks = Blank.namesIn(form.value("text")).stream()
                .map(name -> BlankRow.of(name, form))
                .toList();
        FormView view = new FormView(form, id, Prompts.shelvesOf(viewer.caller()), blanks, asked);
        return Templates.promptForm(viewer.page(id.isEmpty() ? say().create() : say().edit()), view);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new ProblemException(new Problem.NotFound());
        }
    }

    private String name(Optional<UUID> person) {
        return person.flatMap(people::find).map(Person::name).orElse("");
    }

    private PromptMessages say() {
        return Bundles.in(PromptMessages.class, viewer.language());
    }
}
