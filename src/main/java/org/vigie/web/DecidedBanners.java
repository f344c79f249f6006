package org.vigie.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.vigie.identity.Caller;
import org.vigie.kernel.Language;
import org.vigie.policy.Ask;
import org.vigie.policy.Policy;

/** The banners that decisions put up. */
@Singleton
final class DecidedBanners implements BannerSource {
    private final Policy policy;

    @Inject
    DecidedBanners(Policy policy) {
        this.policy = policy;
    }

    @Override
    public List<Banner> of(Caller caller, Language language) {
        return policy.ruling(caller, Ask.PLAIN).banners().stream()
                .map(words -> new Banner(words.in(language)))
                .toList();
    }
}
