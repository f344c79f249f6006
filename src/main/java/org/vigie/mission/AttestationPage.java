package org.vigie.mission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.store.InstanceKeys;
import org.vigie.web.Figures;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** What a client may be told of a mission: to read, to print, and signed. */
@Path("/missions/{code}/attestation")
@RunOnVirtualThread
public class AttestationPage {
    private final Viewer viewer;
    private final Missions missions;
    private final Attestations attestations;
    private final InstanceKeys keys;

    @Inject
    AttestationPage(Viewer viewer, Missions missions, Attestations attestations, InstanceKeys keys) {
        this.viewer = viewer;
        this.missions = missions;
        this.attestations = attestations;
        this.keys = keys;
    }

    @CheckedTemplate(basePath = "mission")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance attestation(Page page, AttestationView view, Figures say);
    }

    /** @param keyId of the key that signs */
    record AttestationView(
            Attestation drawn, String from, String to, String issued, String keyId, List<ModelView> models) {
        public String query() {
            return "?from=" + drawn.from() + "&to=" + drawn.to();
        }
    }

    /** @param country in the reader's language; empty where it is not known */
    record ModelView(Attestation.Model model, String country) {}

    @GET
    public Response show(
            @PathParam("code") String code,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to) {
        MissionWords words = new MissionWords(viewer.language());
        Attestation drawn = draw(code, from, to);
        AttestationView view = new AttestationView(
                drawn,
                words.date(drawn.from()),
                words.date(drawn.to()),
                new Figures(viewer.language()).moment(drawn.issuedAt()),
                VerificationKeys.idOf(keys.attestation().getPublic()),
                drawn.models().stream()
                        .map(model -> new ModelView(
                                model, model.country().map(this::country).orElse("")))
                        .toList());
        return Pages.show(
                Templates.attestation(
                        viewer.page(words.say().attestationOf(drawn.mission().name())),
                        view,
                        new Figures(viewer.language())),
                viewer.language());
    }

    /** Signed: JWS in its compact form. */
    @GET
    @Path("/signed")
    public Response signed(
            @PathParam("code") String code,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to) {
        Attestation drawn = draw(code, from, to);
        return Response.ok(attestations.sign(viewer.caller(), drawn) + "\n", "application/jose")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + name(drawn) + ".jws\"")
                .build();
    }

    private static String name(Attestation drawn) {
        return "attestation-" + drawn.mission().code() + "-" + drawn.from() + "-" + drawn.to();
    }

    /** Without days: from the mission's first day to today, or to its last. */
    private Attestation draw(String code, String from, String to) {
        Mission mission = missions.find(viewer.caller(), code);
        LocalDate today = LocalDate.ofInstant(missions.now(), Mission.ZONE);
        LocalDate last = PostedFields.day(to).orElse(today.isBefore(mission.end()) ? today : mission.end());
        LocalDate first = PostedFields.day(from).orElse(mission.start());
        return attestations.draw(viewer.caller(), code, first.isAfter(last) ? last : first, last);
    }

    private String country(String alpha3) {
        @Nullable
        String alpha2 = Stream.of(Locale.getISOCountries())
                .filter(code -> Locale.of("", code).getISO3Country().equals(alpha3))
                .findFirst()
                .orElse(null);
        return alpha2 == null
                ? alpha3
                : Locale.of("", alpha2).getDisplayCountry(viewer.language().locale());
    }
}
