package org.vigie.web;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Language;

/**
 * What {@code templates/web/layout.html} needs around a page's own content. Every template of a page declares
 * {@code {@org.vigie.web.Page page}} and wraps itself in {@code {#include web/layout}…{/include}}; the resource sets the
 * template's locale with {@link #language()}.
 *
 * @param title of the document, without the product's name
 * @param person empty before sign-in: the page then stands alone, without a rail
 * @param csrfToken what every post has to bring back, empty before there is a session
 * @param theme {@code light}, {@code dark}, or empty to follow the system
 * @param railClosed whether the person folded the rail
 * @param banners what everybody must know now, above the page
 * @param alerts what this person must know of budgets
 * @param awaited whether a signature is asked of them: the page then looks whether they are to be reminded
 * @param assets changes with the style sheets and scripts, so that no browser keeps old ones
 */
public record Page(
        String title,
        Language language,
        Optional<Person> person,
        String csrfToken,
        String theme,
        boolean railClosed,
        List<Banner> banners,
        List<String> alerts,
        boolean awaited,
        String assets) {
    public Page {
        banners = List.copyOf(banners);
        alerts = List.copyOf(alerts);
    }

    /** The signed-in person, as the layout shows them. @param mayReport whether they can report an incident from here */
    public record Person(String name, String email, Navigation navigation, boolean mayReport) {}

    /** A page for whoever asks: with the rail for a person, alone without one. */
    public static Page of(
            RoutingContext request, Optional<Caller> caller, Language language, String csrfToken, String title) {
        return new Page(
                title,
                language,
                caller.map(known -> person(known, request.normalizedPath())),
                csrfToken,
                Appearance.theme(request),
                Appearance.railClosed(request),
                List.of(),
                List.of(),
                false,
                Assets.version());
    }

    Page saying(List<Banner> everybody, List<String> them, boolean awaitsSignature) {
        return new Page(
                title, language, person, csrfToken, theme, railClosed, everybody, them, awaitsSignature, assets);
    }

    private static Person person(Caller caller, String path) {
        return new Person(
                caller.name(),
                caller.email(),
                Navigation.of(caller, path),
                Rights.allows(caller, Right.REPORT_INCIDENT));
    }

    public boolean isFrench() {
        return language == Language.FRENCH;
    }
}
