package org.vigie.disclosure;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.vigie.disclosure.Disclosure.State;
import org.vigie.identity.Caller;
import org.vigie.kernel.Language;
import org.vigie.web.Banner;
import org.vigie.web.BannerSource;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;

/**
 * Tells somebody that their traces are open, or were until they have said that they read it; and whoever may give a second
 * key that one is asked for.
 */
@Singleton
final class DisclosureBanners implements BannerSource {
    private final Disclosures disclosures;

    @Inject
    DisclosureBanners(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public List<Banner> of(Caller caller, Language language) {
        UUID person = caller.person();
        List<Disclosure> told = disclosures.toTell(person);
        if (told.isEmpty()) return List.of();
        DisclosureMessages say = Bundles.in(DisclosureMessages.class, language);
        Figures figures = new Figures(language);
        Instant now = disclosures.now();
        List<Banner> banners = new ArrayList<>();
        for (Disclosure one : told) {
            if (!one.wanted().about().equals(person)) {
                if (one.at(now) != State.ASKED) continue;
                banners.add(new Banner(say.keyAsked(one.code()), "/disclosures/file/" + one.code(), say.seeRequest()));
            } else if (one.at(now) == State.OPEN || one.seenAt().isEmpty()) {
                String from = figures.day(one.wanted().from());
                String to = figures.day(one.wanted().to());
                String until = figures.moment(one.until().orElseThrow());
                String words =
                        one.at(now) == State.OPEN ? say.tellOpen(from, to, until) : say.tellOver(from, to, until);
                banners.add(new Banner(words, "/account/traces", say.tellMore()));
            }
        }
        return banners;
    }
}
