package org.vigie.dictionary;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.catalog.Route;
import org.vigie.catalog.Target;
import org.vigie.detection.Classification;
import org.vigie.detection.Detector;
import org.vigie.detection.Dictionary.Entry;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Exposure;
import org.vigie.kernel.ProblemException;
import org.vigie.opinion.OpinionState;
import org.vigie.opinion.SecondOpinion;
import org.vigie.policy.Ask;
import org.vigie.policy.Choice;
import org.vigie.policy.Policy;
import org.vigie.web.Bundles;
import org.vigie.web.Page;
import org.vigie.web.Viewer;

/** « Essayer le bouclier »: what is found in a text, what would leave, what would be refused. */
@Path("/shield")
@RunOnVirtualThread
@Cache(noStore = true)
@Produces(MediaType.TEXT_HTML)
public class ShieldPage {
    /** Characters; a page is for reading. */
    static final int LONGEST = 50_000;

    private final Viewer viewer;
    private final Detector detector;
    private final SecondOpinion opinion;
    private final Policy policy;
    private final Terms terms;

    @Inject
    ShieldPage(Viewer viewer, Detector detector, SecondOpinion opinion, Policy policy, Terms terms) {
        this.viewer = viewer;
        this.detector = detector;
        this.opinion = opinion;
        this.policy = policy;
        this.terms = terms;
    }

    @CheckedTemplate(basePath = "dictionary")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance shield(Page page, ShieldView view);
    }

    /**
     * @param text as it was typed
     * @param trial empty before a text was tried
     * @param ignored the term that has just been taught as no finding
     * @param mayTeach whether this person may change the dictionary
     */
    record ShieldView(
            String text,
            Optional<Trial> trial,
            Optional<String> ignored,
            boolean tooLong,
            int longest,
            boolean mayTeach,
            Optional<OpinionView> opinion) {}

    /**
     * @param state {@code loading}, {@code ready} or {@code degraded}
     * @param cause why it is degraded, as {@link OpinionState.Cause} names it; else empty
     * @param detail the same for a technician, in English; else empty
     */
    record OpinionView(String state, String cause, String detail, SecondOpinion.Figures figures) {}

    @GET
    public TemplateInstance show() {
        return page("", Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance examine(@FormParam("text") @DefaultValue("") String text) {
        return page(text, Optional.empty());
    }

    /** « C’est une erreur »: the term is no finding from now on, for everybody. */
    @POST
    @Path("/mistake")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mistake(
            @FormParam("term") @DefaultValue("") String term, @FormParam("text") @DefaultValue("") String text) {
        String known = term.strip();
        if (!Term.mayBe(known)) {
            return Response.status(422).entity(page(text, Optional.empty())).build();
        }
        terms.put(viewer.caller(), List.of(Entry.ignore(known)));
        return Response.ok(page(text, Optional.of(known))).build();
    }

    private TemplateInstance page(String text, Optional<String> ignored) {
        boolean tooLong = text.length() > LONGEST;
        Optional<Trial> trial = text.isBlank() || tooLong
                ? Optional.empty()
                : Optional.of(
                        Trial.of(text, opinion.consultation().complete(detector.examine(text)), this::destinations));
        boolean mayTeach = Rights.allows(viewer.caller(), Right.MANAGE_DICTIONARY);
        ShieldView view = new ShieldView(
                text, trial, ignored, tooLong, LONGEST, mayTeach, mayTeach ? opinionView() : Optional.empty());
        DictionaryMessages words = Bundles.in(DictionaryMessages.class, viewer.language());
        return Templates.shield(viewer.page(words.shield()), view)
                .setLocale(viewer.language().locale());
    }

    /** Nothing where no second opinion is configured. */
    private Optional<OpinionView> opinionView() {
        SecondOpinion.Figures figures = opinion.figures();
        return switch (opinion.state()) {
            case OpinionState.Off _ -> Optional.empty();
            case OpinionState.Loading _ -> Optional.of(new OpinionView("loading", "", "", figures));
            case OpinionState.Ready _ -> Optional.of(new OpinionView("ready", "", "", figures));
            case OpinionState.Degraded degraded ->
                Optional.of(new OpinionView("degraded", degraded.cause().name(), degraded.detail(), figures));
        };
    }

    private List<Trial.Destination> destinations(Classification classification) {
        return policy.routes(viewer.caller()).stream()
                .map(route -> destination(route, classification))
                .toList();
    }

    private Trial.Destination destination(Route route, Classification classification) {
        DataClass highest = route.targets().stream()
                .map(target -> target.provider().maxDataClass())
                .reduce(DataClass.C0, DataClass::max);
        try {
            Exposure exposure = new Exposure(classification.asWritten(), classification.masked(), Set.of(), Set.of());
            Choice choice = policy.ruling(viewer.caller(), Ask.PLAIN).choose(route, exposure);
            Target target = choice.targets().getFirst();
            return new Trial.Destination(route.model(), target.provider().name(), choice.rerouted(), highest);
        } catch (ProblemException refused) {
            return new Trial.Destination(route.model(), "", false, highest);
        }
    }
}
