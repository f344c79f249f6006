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
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.identity.AccountException;
import org.vigie.identity.ApiKey;
import org.vigie.identity.ApiKeys;
import org.vigie.identity.Caller.Scope;
import org.vigie.identity.Person;
import org.vigie.identity.Rights;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Ask;
import org.vigie.policy.Policy;

/** One's own access keys. */
@Path("/settings/keys")
@RunOnVirtualThread
public class KeysPage {
    private static final List<String> DAYS = List.of("30", "90", "365");
    private static final Form NEW = Form.of(Map.of("scopes", List.of(Scope.GATEWAY.code()), "days", List.of("90")));

    private final ApiKeys keys;
    private final Policy policy;
    private final Acts acts;
    private final Viewer viewer;

    @Inject
    KeysPage(ApiKeys keys, Policy policy, Acts acts, Viewer viewer) {
        this.keys = keys;
        this.policy = policy;
        this.acts = acts;
        this.viewer = viewer;
    }

    /** A line of the list, in the person's language. */
    public record Row(
            UUID id,
            String name,
            String prefix,
            List<String> scopes,
            Optional<String> mission,
            String created,
            Optional<String> expires,
            State state) {
        public boolean isLive() {
            return state == State.LIVE;
        }

        static Row of(ApiKey key, Words words) {
            return new Row(
                    key.id(),
                    key.name(),
                    key.prefix(),
                    key.scopes().stream().sorted().map(words.say()::scope).toList(),
                    key.binding().mission(),
                    words.date(key.createdAt()),
                    key.expiresAt().map(words::date),
                    State.of(key));
        }
    }

    /** What has become of a key. */
    public enum State {
        LIVE,
        EXPIRED,
        REVOKED;

        static State of(ApiKey key) {
            if (key.revokedAt().isPresent()) return REVOKED;
            return key.live(Instant.now()) ? LIVE : EXPIRED;
        }
    }

    /**
     * @param secret the key that was just made, else nothing
     * @param scopes that this person may give
     * @param missions that a key can be for alone, by their codes
     * @param recent whether the password was given lately enough to create one
     */
    public record Content(
            List<Row> rows,
            Form form,
            String secret,
            List<Scope> scopes,
            List<String> missions,
            List<String> days,
            boolean recent) {}

    @CheckedTemplate(basePath = "identity")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance keys(Page page, Content content);

        static native TemplateInstance revoke(Page page, Row key);
    }

    @GET
    public Response show() {
        return Pages.show(template(NEW, ""), viewer.language());
    }

    @POST
    public Response create(RoutingContext request) {
        acts.mustBeRecordable();
        if (!viewer.recentlyAuthenticated()) return Pages.goTo(LocalPath.then("/account/confirm", "/settings/keys"));
        Form form = PostedFields.of(request).form();
        try {
            Person person = viewer.session().person();
            ApiKey.Issued issued = keys.issue(person, wanted(form));
            acts.keyCreated(viewer.caller(), issued.key());
            return Pages.show(template(NEW, issued.secret().reveal()), viewer.language());
        } catch (AccountException rejected) {
            return Pages.showAgain(template(form.with(rejected.faults(), words().say()), ""), viewer.language());
        }
    }

    @GET
    @Path("/{key}/revoke")
    public Response askToRevoke(@PathParam("key") UUID key) {
        Row row = Row.of(own(key), words());
        return Pages.show(Templates.revoke(viewer.page(words().say().revokeKey(row.name())), row), viewer.language());
    }

    @POST
    @Path("/{key}/revoke")
    public Response revoke(@PathParam("key") UUID key) {
        acts.mustBeRecordable();
        if (keys.revoke(viewer.caller().person(), key)) acts.keyRevoked(viewer.caller(), key);
        return Pages.goTo("/settings/keys");
    }

    private ApiKey own(UUID key) {
        return keys.of(viewer.caller().person()).stream()
                .filter(candidate -> candidate.id().equals(key))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    private ApiKey.Wanted wanted(Form form) {
        Set<Scope> scopes = Arrays.stream(Scope.values())
                .filter(scope -> form.holds("scopes", scope.code()))
                .collect(Collectors.toUnmodifiableSet());
        Optional<Instant> expiry = DAYS.stream()
                .filter(days -> form.value("days").equals(days))
                .findFirst()
                .map(days -> Instant.now().plus(Duration.ofDays(Long.parseLong(days))));
        return new ApiKey.Wanted(form.value("name"), scopes, binding(form.value("mission")), expiry);
    }

    private ApiKey.Binding binding(String mission) {
        if (mission.isEmpty()) return ApiKey.Binding.NONE;
        if (!missions().contains(mission)) throw new ProblemException(new Problem.Forbidden());
        return new ApiKey.Binding(Optional.of(mission), Optional.empty());
    }

    private List<String> missions() {
        return policy.ruling(viewer.caller(), Ask.PLAIN).missions();
    }

    private TemplateInstance template(Form form, String secret) {
        Words words = words();
        List<Row> rows = keys.of(viewer.caller().person()).stream()
                .map(key -> Row.of(key, words))
                .toList();
        List<Scope> scopes =
                Rights.scopesFor(viewer.caller().roles()).stream().sorted().toList();
        return Templates.keys(
                viewer.page(words.say().keys()),
                new Content(rows, form, secret, scopes, missions(), DAYS, viewer.recentlyAuthenticated()));
    }

    private Words words() {
        return new Words(viewer.language());
    }
}
