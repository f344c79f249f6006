package org.vigie.incident;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.incident.IncidentView.Clock;
import org.vigie.incident.Incidents.Pressing;
import org.vigie.kernel.Language;
import org.vigie.web.Banner;
import org.vigie.web.BannerSource;
import org.vigie.web.Bundles;

/** Tells whoever handles incidents who must be told of one within a day, or should have been. */
@Singleton
final class DueNotices implements BannerSource {
    /** So many are told each by themselves; of more, how many they are. */
    private static final int TOLD = 3;

    private final Incidents incidents;

    @Inject
    DueNotices(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public List<Banner> of(Caller caller, Language language) {
        if (!Rights.allows(caller, Right.HANDLE_INCIDENTS)) return List.of();
        List<Pressing> pressing = incidents.pressing();
        if (pressing.isEmpty()) return List.of();
        IncidentMessages say = Bundles.in(IncidentMessages.class, language);
        Instant now = incidents.now();
        List<Banner> banners = new ArrayList<>();
        for (Pressing one : pressing.subList(0, Math.min(TOLD, pressing.size()))) {
            Clock clock = Clock.of(one.due(), now, say);
            String words = say.noticePressing(one.incident(), one.kind().code(), clock.words());
            banners.add(new Banner(words, "/incidents/file/" + one.incident(), say.seeIncident()));
        }
        if (pressing.size() > TOLD) {
            String others = Integer.toString(pressing.size() - TOLD);
            banners.add(new Banner(say.noticesMore(others), "/incidents", say.seeIncidents()));
        }
        return banners;
    }
}
