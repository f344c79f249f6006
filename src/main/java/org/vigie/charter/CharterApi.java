package org.vigie.charter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The charter for programs. */
@Path("/api/v1/charter")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "charter")
public class CharterApi {
    private final Charter charter;
    private final Signatories signatories;

    @Inject
    CharterApi(Charter charter, Signatories signatories) {
        this.charter = charter;
        this.signatories = signatories;
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

    /** @param team absent for the small teams together, and for all */
    public record GroupJson(Optional<String> team, int people, int signed) {
        static GroupJson of(Tally.Group group) {
            return new GroupJson(group.team(), group.people(), group.signed());
        }
    }

    /** @param all absent where there are fewer than five people */
    public record SignaturesJson(Optional<String> version, List<GroupJson> groups, Optional<GroupJson> all) {}

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
}
