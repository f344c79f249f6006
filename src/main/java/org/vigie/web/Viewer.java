package org.vigie.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Session;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Ask;
import org.vigie.policy.Policy;
import org.vigie.policy.Ruling;

/** Who looks at this page, for resources. */
@RequestScoped
public class Viewer {
    private final RoutingContext request;
    private final Policy policy;

    @Inject
    Viewer(RoutingContext request, Policy policy) {
        this.request = request;
        this.policy = policy;
    }

    /** @throws IllegalStateException on a route that is open to everybody */
    public Caller caller() {
        return AccessGuard.caller(request);
    }

    public Language language() {
        return AccessGuard.language(request);
    }

    /** What every form brings back; empty without a session. */
    public String csrfToken() {
        return found().map(Session::csrfToken).orElse("");
    }

    /** @throws ProblemException forbidden, when a key is used where only a person may act */
    public Session session() {
        return found().orElseThrow(() -> new ProblemException(new Problem.Forbidden()));
    }

    /** Whether the password was given within the last fifteen minutes. */
    public boolean recentlyAuthenticated() {
        return session().recentlyAuthenticated(Instant.now());
    }

    /**
     * A person must have given their password lately; a key has its scope instead.
     *
     * @throws ProblemException authentication too old
     */
    public void requireRecentOfPerson() {
        if (found().isPresent() && !recentlyAuthenticated())
            throw new ProblemException(new Problem.AuthenticationTooOld());
    }

    /** Where the browser is, as far as is told: its IP address without the last part, which would name one person. */
    public String network() {
        return ClientAddress.network(ClientAddress.of(request.request()));
    }

    /** The frame of a page for this person, or one that stands alone. @param title without the product's name */
    public Page page(String title) {
        Optional<Caller> caller = found().map(Session::caller);
        Optional<Ruling> ruling = caller.map(known -> policy.ruling(known, Ask.PLAIN));
        List<String> banners = ruling.map(Ruling::banners).orElse(List.of()).stream()
                .map(words -> words.in(language()))
                .toList();
        boolean awaited =
                caller.filter(known -> Rights.allows(known, Right.SIGN_CHARTER)).isPresent()
                        && ruling.flatMap(Ruling::awaited).isPresent();
        return Page.of(request, caller, language(), csrfToken(), title).saying(banners, awaited);
    }

    private Optional<Session> found() {
        return Optional.ofNullable(request.get(AccessGuard.SESSION));
    }
}
