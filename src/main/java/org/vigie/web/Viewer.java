package org.vigie.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Session;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.metering.Alert;
import org.vigie.metering.Alerts;
import org.vigie.policy.Ask;
import org.vigie.policy.Policy;

/** Who looks at this page, for resources. */
@RequestScoped
public class Viewer {
    private final RoutingContext request;
    private final Instance<BannerSource> sources;
    private final Alerts alerts;
    private final Policy policy;

    @Inject
    Viewer(RoutingContext request, @Any Instance<BannerSource> sources, Alerts alerts, Policy policy) {
        this.request = request;
        this.policy = policy;
        this.sources = sources;
        this.alerts = alerts;
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
        List<Banner> banners = caller.stream()
                .flatMap(known -> sources.stream().flatMap(one -> one.of(known, language()).stream()))
                .toList();
        return Page.of(request, caller, language(), csrfToken(), title)
                .saying(banners, alerts(), caller.filter(this::awaits).isPresent());
    }

    /** Whether a signature is asked of somebody who may give it. */
    private boolean awaits(Caller caller) {
        return Rights.allows(caller, Right.SIGN_CHARTER)
                && policy.ruling(caller, Ask.PLAIN).awaited().isPresent();
    }

    /** None on the page of budgets, which says more of them. */
    private List<String> alerts() {
        if (Room.at(request.normalizedPath()).filter(Room.BUDGETS::equals).isPresent()) return List.of();
        return found().map(session -> unread(session.person().id())).orElse(List.of());
    }

    /** Of each budget what is most urgent, in words. */
    private List<String> unread(UUID person) {
        Map<Object, Alert> first = new LinkedHashMap<>();
        for (Alert alert : alerts.unreadBy(person)) {
            first.putIfAbsent(List.of(alert.subject(), alert.measure()), alert);
        }
        return first.values().stream().map(this::said).toList();
    }

    private String said(Alert alert) {
        return Bundles.in(LimitsMessages.class, language())
                .alert(
                        alert.subject().kind().code(),
                        alert.subject().id(),
                        alert.measure().unit(),
                        alert.percent());
    }

    /** What this person must know of budgets, and has not said to have read. */
    public List<String> unreadAlerts() {
        return unread(caller().person());
    }

    private Optional<Session> found() {
        return Optional.ofNullable(request.get(AccessGuard.SESSION));
    }
}
