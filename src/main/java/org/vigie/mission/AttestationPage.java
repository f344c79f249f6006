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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.vigie.identity.Caller;
import org.vigie.print.Pdf;
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
    /** For how long the files of a page say what it said. */
    private static final Duration LONGEST_LOOK = Duration.ofHours(1);

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

    /**
     * @param keyId of the key that signs
     * @param forClient whether a client's person looks: they see the whole mission, and no page of it but this one
     */
    record AttestationView(
            Attestation drawn,
            String from,
            String to,
            String issued,
            String keyId,
            List<ModelView> models,
            boolean forClient) {
        /** The same draw again, for its files: what they say is what the page said. */
        public String query() {
            return "?from=" + drawn.from() + "&to=" + drawn.to() + "&at="
                    + drawn.issuedAt().getEpochSecond();
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
        Attestation drawn = draw(code, from, to, 0);
        AttestationView view = new AttestationView(
                drawn,
                words.date(drawn.from()),
                words.date(drawn.to()),
                new Figures(viewer.language()).moment(drawn.issuedAt()),
                keyId(),
                drawn.models().stream()
                        .map(model -> new ModelView(
                                model, model.country().map(words::country).orElse("")))
                        .toList(),
                !missions.mayOpen(viewer.caller()));
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
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("at") @DefaultValue("0") long at) {
        Attestation drawn = draw(code, from, to, at);
        return file(attestations.sign(viewer.caller(), drawn), "application/jose", drawn, "jws");
    }

    /** What is signed, without the signature. */
    @GET
    @Path("/json")
    public Response json(
            @PathParam("code") String code,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("at") @DefaultValue("0") long at) {
        Attestation drawn = draw(code, from, to, at);
        return file(drawn.json(), "application/json", drawn, "json");
    }

    /** To be read and kept, with the signed file within. */
    @GET
    @Path("/pdf")
    public Response pdf(
            @PathParam("code") String code,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("at") @DefaultValue("0") long at) {
        Attestation drawn = draw(code, from, to, at);
        String signed = attestations.sign(viewer.caller(), drawn);
        AttestationPaper paper = new AttestationPaper(drawn, signed, keyId(), viewer.language());
        return file(Pdf.of(paper.document()), "application/pdf", drawn, "pdf");
    }

    private static Response file(Object content, String type, Attestation drawn, String ending) {
        return Response.ok(content, type)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + drawn.fileName() + "." + ending + "\"")
                .build();
    }

    private String keyId() {
        return VerificationKeys.idOf(keys.attestation().getPublic());
    }

    /**
     * Without days: from the mission's first day to today, or to its last. A client's person is always shown the whole
     * mission: of a single day, the counts would say what one member did.
     *
     * @param at the second up to which it counts, of the last hour; now for any other
     */
    private Attestation draw(String code, String from, String to, long at) {
        Caller caller = viewer.caller();
        Mission mission = missions.find(caller, code);
        boolean chosen = missions.mayOpen(caller);
        Instant now = missions.now();
        LocalDate today = LocalDate.ofInstant(now, Mission.ZONE);
        LocalDate end = today.isBefore(mission.end()) ? today : mission.end();
        LocalDate last = PostedFields.day(chosen ? to : "").orElse(end);
        LocalDate first = PostedFields.day(chosen ? from : "").orElse(mission.start());
        boolean recent = at > now.minus(LONGEST_LOOK).getEpochSecond() && at <= now.getEpochSecond();
        return attestations.draw(
                caller, code, first.isAfter(last) ? last : first, last, recent ? Instant.ofEpochSecond(at) : now);
    }
}
