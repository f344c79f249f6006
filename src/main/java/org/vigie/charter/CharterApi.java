package org.vigie.charter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
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
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
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
    public record GroupJson(
            Optional<String> team,
            int people,
            int signedAtLeast,
            int signedAtMost,
            int unsignedAtLeast,
            int unsignedAtMost) {
        static GroupJson of(Tally.Group group) {
            return new GroupJson(
                    group.name(),
                    group.people(),
                    group.counted().least(),
                    group.counted().most(),
                    group.people() - group.counted().most(),
                    group.people() - group.counted().least());
        }
    }

    /**
     * Whether one's own signature is asked for, and the newest that one gave.
     *
     * @param version the one in force; absent where there is none
     * @param signed whether that version, or one that it takes the place of without asking again, is signed
     * @param askedFrom from when whoever has not signed is limited
     */
    public record OwnSignatureJson(
            Optional<String> version, boolean signed, Optional<Instant> askedFrom, Optional<SignatureJson> newest) {}

    /** @param sha256 of the text that was read, as {@code /charter/text} hands it out */
    public record SignatureJson(
            String version, Instant at, String audience, String sha256, int correct, int questions) {
        static SignatureJson of(Signature given) {
            return new SignatureJson(
                    given.version().toString(),
                    given.at(),
                    given.audience().code(),
                    given.sha256(),
                    given.score().correct(),
                    given.score().questions());
        }
    }

    /**
     * How far the next version has come.
     *
     * @param state {@code draft}, {@code in_review}, {@code staff_opinion} or {@code approved}; of a draft nothing else is
     *     told but its revision and the remark
     * @param awaits {@code opinion}, {@code approval} or {@code publication}, each of which takes a person
     * @param sanctions whether it creates obligations with sanctions
     * @param remark why a draft was sent back, for those who write it
     * @param approval the number of the decision that approved it
     */
    public record ReviewJson(
            int revision,
            String state,
            Optional<String> remark,
            Optional<String> awaits,
            boolean sanctions,
            Optional<OpinionJson> opinion,
            Optional<String> approval,
            Optional<DraftJson> text) {
        static ReviewJson of(Draft draft, boolean forAuthors) {
            if (draft.isWritable()) {
                return new ReviewJson(
                        draft.revision(),
                        draft.state().code(),
                        Optional.of(draft.remark()).filter(said -> forAuthors && !said.isEmpty()),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            }
            String awaits = draft.isApproved() ? "publication" : draft.awaitsOpinion() ? "opinion" : "approval";
            return new ReviewJson(
                    draft.revision(),
                    draft.state().code(),
                    Optional.empty(),
                    Optional.of(awaits),
                    draft.sanctions(),
                    draft.opinion().map(OpinionJson::of),
                    draft.approval(),
                    Optional.of(DraftJson.of(draft)));
        }
    }

    /** @param kind {@code favourable}, {@code reserved}, {@code unfavourable} or {@code none} */
    public record OpinionJson(String kind, LocalDate on, String text) {
        static OpinionJson of(Draft.Opinion said) {
            return new OpinionJson(said.kind().code(), said.on(), said.text());
        }
    }

    /**
     * @param revision that was read; {@code If-Match} says it too
     * @param sanctions whether the text creates obligations with sanctions, so that the staff representatives are asked
     */
    public record SubmitBody(
            @Nullable Integer revision, @Nullable Boolean sanctions) {}

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
    @Path("/signature")
    @Operation(summary = "Whether the caller has signed the charter in force", description = "Signing takes a person.")
    public OwnSignatureJson own() {
        Optional<Published> current = charter.current();
        Optional<Signature> newest = charter.signature(viewer.caller().person());
        boolean signed = newest.isPresent()
                && current.filter(now ->
                                now.number().major() == newest.get().version().major())
                        .isPresent();
        return new OwnSignatureJson(
                current.map(version -> version.number().toString()),
                signed,
                current.map(Published::askedFrom),
                newest.map(SignatureJson::of));
    }

    @GET
    @Path("/review")
    @Operation(
            summary = "How far the next version has come, and the text once it is under review",
            description = "Giving an opinion, approving and sending back take a person, on the charter's pages.")
    public ReviewJson review() {
        return ReviewJson.of(charter.draft(), Rights.allows(viewer.caller().roles(), Right.MANAGE_CHARTER));
    }

    @POST
    @Path("/draft/submit")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts the draft before those who review it",
            description = "From then on it does not change, until somebody sends it back on the charter's pages.")
    public ReviewJson submit(@Nullable SubmitBody body, RoutingContext request) {
        PostedFields sent = ApiBody.fields(body, request);
        try {
            charter.submit(
                    viewer.caller(), revision(sent), sent.text("sanctions").equals("yes"));
            return review();
        } catch (CharterFault.Raised raised) {
            throw refused(raised.fault());
        }
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

    private ProblemException refused(CharterFault fault) {
        if (fault == CharterFault.STALE) return new ProblemException(new Problem.ChangedMeanwhile());
        String words = Bundles.in(CharterMessages.class, viewer.language()).faultText(fault.name());
        return Form.EMPTY.with(new Form.FieldError("revision", words)).problem();
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
