package org.vigie.charter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Tally;
import org.vigie.web.ApiBody;
import org.vigie.web.Bundles;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** The charter for programs. */
@Path("/api/v1/charter")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "charter")
public class CharterApi {
    private final Charter charter;
    private final Signatories signatories;
    private final Viewer viewer;

    @Inject
    CharterApi(Charter charter, Signatories signatories, Viewer viewer) {
        this.charter = charter;
        this.signatories = signatories;
        this.viewer = viewer;
    }

    /** @param current absent when none is in force */
    public record CharterJson(String code, Optional<TextJson> current, List<VersionJson> versions) {}

    /** @param audiences what each does and does not do, with the SHA-256 of the text that it signs */
    public record TextJson(String version, String title, List<ArticleJson> articles, List<AudienceJson> audiences) {
        static TextJson of(Published version) {
            return new TextJson(
                    version.number().toString(),
                    version.text().title(),
                    version.text().read().stream().map(ArticleJson::of).toList(),
                    Arrays.stream(Audience.values())
                            .map(audience -> AudienceJson.of(version, audience))
                            .toList());
        }
    }

    /** @param text paragraphs and items of lists, in their order */
    public record ArticleJson(int number, String title, List<String> text) {
        static ArticleJson of(CharterText.Article article) {
            List<String> lines = new ArrayList<>();
            article.blocks().forEach(block -> lines.addAll(block.lines()));
            return new ArticleJson(article.number(), article.title(), lines);
        }
    }

    public record AudienceJson(String audience, List<String> dos, List<String> donts, String sha256) {
        static AudienceJson of(Published version, Audience audience) {
            CharterText.Advice advice = version.text().adviceFor(audience);
            return new AudienceJson(audience.code(), advice.dos(), advice.donts(), version.fingerprint(audience));
        }
    }

    /** @param state {@code published}, {@code replaced}, {@code withdrawn} */
    public record VersionJson(
            String version,
            String state,
            Instant publishedAt,
            Instant askedFrom,
            Optional<Instant> endedAt,
            String decision) {
        static VersionJson of(Published version) {
            return new VersionJson(
                    version.number().toString(),
                    version.state().code(),
                    version.at(),
                    version.askedFrom(),
                    version.endedAt(),
                    version.decision());
        }
    }

    /**
     * @param team absent for the small teams together, and for all
     * @param signedAtLeast the same as {@code signedAtMost} where the count can be told without telling of anybody
     */
    public record GroupJson(Optional<String> team, int people, int signedAtLeast, int signedAtMost) {
        static GroupJson of(Tally.Group group) {
            return new GroupJson(
                    group.name(),
                    group.people(),
                    group.counted().least(),
                    group.counted().most());
        }
    }

    /** @param all absent where there are fewer than five people */
    public record SignaturesJson(Optional<String> version, List<GroupJson> groups, Optional<GroupJson> all) {}

    /**
     * The text that is being written.
     *
     * @param revision for the next change; 0 where nothing is kept yet, and this is the text in force or the model
     * @param articles each begins with a line {@code ## Title}
     * @param advice by audience
     * @param quiz {@code ## A question (article 3)}, {@code + the right answer}, {@code - another}, then why
     */
    public record DraftJson(
            int revision,
            String title,
            String articles,
            Map<String, AdviceJson> advice,
            String statement,
            String quiz) {
        static DraftJson of(Draft draft) {
            Map<String, AdviceJson> advice = new TreeMap<>();
            for (Audience audience : Audience.values()) {
                CharterText.Advice given = draft.text().adviceFor(audience);
                advice.put(audience.code(), new AdviceJson(given.dos(), given.donts()));
            }
            return new DraftJson(
                    draft.revision(),
                    draft.text().title(),
                    draft.text().articles(),
                    advice,
                    draft.text().statement(),
                    draft.text().questions());
        }
    }

    public record AdviceJson(List<String> dos, List<String> donts) {}

    /**
     * @param statement as it is where it is left out
     * @param quiz as it is where it is left out
     * @param revision that was read; {@code If-Match} says it too
     */
    public record DraftBody(
            @Nullable String title,
            @Nullable String articles,
            @Nullable Map<String, AdviceJson> advice,
            @Nullable String statement,
            @Nullable String quiz,
            @Nullable Integer revision) {}

    @GET
    @Operation(summary = "The charter in force and all its versions")
    public CharterJson charter() {
        return new CharterJson(
                Charter.CODE,
                charter.current().map(TextJson::of),
                charter.versions().stream().map(VersionJson::of).toList());
    }

    @GET
    @Path("/signatures")
    @Operation(summary = "How many have signed, by team, in groups of five people or more")
    public SignaturesJson signatures() {
        Tally tally = signatories.tally();
        return new SignaturesJson(
                charter.current().map(version -> version.number().toString()),
                tally.groups().stream().map(GroupJson::of).toList(),
                tally.all().map(GroupJson::of));
    }

    @GET
    @Path("/draft")
    @Operation(summary = "The text that is being written")
    public DraftJson draft() {
        return DraftJson.of(charter.draft());
    }

    @PUT
    @Path("/draft")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keeps a text as the draft of the next version",
            description = "Publishing and signing take a person, on the charter's pages.")
    public DraftJson keep(@Nullable DraftBody body, RoutingContext request) {
        PostedFields sent = ApiBody.fields(body, request);
        int revision = revision(sent);
        CharterText before = charter.draft().text();
        CharterText text = new CharterText(
                sent.text("title"),
                sent.text("articles"),
                advice(body),
                body == null || body.statement() == null ? before.statement() : body.statement(),
                body == null || body.quiz() == null ? before.questions() : body.quiz());
        List<CharterText.Fault> faults = text.faults();
        if (!faults.isEmpty()) throw rejected(faults);
        return after(() -> charter.keep(viewer.caller(), revision, text));
    }

    @DELETE
    @Path("/draft")
    @Operation(summary = "Throws the draft of a revision away")
    public DraftJson discard(@QueryParam("revision") int revision) {
        return after(() -> charter.discard(viewer.caller(), revision));
    }

    private int revision(PostedFields sent) {
        String named = sent.text("revision");
        if (named.matches("\\d{1,9}")) return Integer.parseInt(named);
        return ApiBody.version(sent).orElseGet(() -> charter.draft().revision());
    }

    private Map<Audience, CharterText.Advice> advice(@Nullable DraftBody body) {
        Map<Audience, CharterText.Advice> advice = new EnumMap<>(Audience.class);
        if (body == null || body.advice() == null) return advice;
        body.advice()
                .forEach((code, given) -> advice.put(
                        Audience.of(code).orElseThrow(() -> rejected(List.of(CharterText.Fault.ADVICE))),
                        new CharterText.Advice(
                                Objects.requireNonNullElse(given.dos(), List.of()),
                                Objects.requireNonNullElse(given.donts(), List.of()))));
        return advice;
    }

    private DraftJson after(Runnable act) {
        try {
            act.run();
            return draft();
        } catch (CharterFault.Raised stale) {
            throw new ProblemException(new Problem.ChangedMeanwhile());
        }
    }

    private ProblemException rejected(List<CharterText.Fault> faults) {
        CharterMessages say = Bundles.in(CharterMessages.class, viewer.language());
        Form form = Form.EMPTY;
        for (CharterText.Fault fault : faults) {
            form = form.with(new Form.FieldError(fault.field(), say.faultText(fault.name())));
        }
        return form.problem();
    }
}
