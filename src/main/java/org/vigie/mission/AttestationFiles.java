package org.vigie.mission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.vigie.identity.Caller;
import org.vigie.kernel.Language;
import org.vigie.mission.Attestations.Form;
import org.vigie.print.Pdf;
import org.vigie.store.InstanceKeys;
import org.vigie.web.PostedFields;

/** An attestation as it is asked for by an address, and the files in which it is handed out. */
@Singleton
final class AttestationFiles {
    /** For how long the files of a page say what it said. */
    private static final Duration LONGEST_LOOK = Duration.ofHours(1);

    private final Missions missions;
    private final Attestations attestations;
    private final InstanceKeys keys;

    @Inject
    AttestationFiles(Missions missions, Attestations attestations, InstanceKeys keys) {
        this.missions = missions;
        this.attestations = attestations;
        this.keys = keys;
    }

    /**
     * Without days: from the mission's first day to today, or to its last. A client's person is always shown the whole
     * mission: of a single day, the counts would say what one member did.
     */
    Attestation draw(Caller caller, String code, AttestationQuery wanted) {
        Mission mission = missions.find(caller, code);
        boolean chosen = missions.mayOpen(caller);
        Instant now = missions.now();
        LocalDate today = LocalDate.ofInstant(now, Mission.ZONE);
        LocalDate end = today.isBefore(mission.end()) ? today : mission.end();
        LocalDate last = PostedFields.day(chosen ? wanted.to() : "").orElse(end);
        LocalDate first = PostedFields.day(chosen ? wanted.from() : "").orElse(mission.start());
        boolean recent = wanted.at() > now.minus(LONGEST_LOOK).getEpochSecond() && wanted.at() <= now.getEpochSecond();
        return attestations.draw(
                caller,
                code,
                first.isAfter(last) ? last : first,
                last,
                recent ? Instant.ofEpochSecond(wanted.at()) : now);
    }

    /** Signed: JWS in its compact form. */
    Response signed(Caller caller, Attestation drawn) {
        return file(attestations.sign(caller, drawn, Form.JWS), "application/jose", drawn, Form.JWS);
    }

    /** What is signed, without the signature. */
    Response json(Caller caller, Attestation drawn) {
        return file(attestations.data(caller, drawn), "application/json", drawn, Form.JSON);
    }

    /** To be read and kept, with the signed file within. */
    Response pdf(Caller caller, Attestation drawn, Language language) {
        String signed = attestations.sign(caller, drawn, Form.PDF);
        AttestationPaper paper = new AttestationPaper(drawn, signed, keyId(), language);
        return file(Pdf.of(paper.document()), "application/pdf", drawn, Form.PDF);
    }

    /** Of the key that signs. */
    String keyId() {
        return VerificationKeys.idOf(keys.attestation().getPublic());
    }

    private static Response file(Object content, String type, Attestation drawn, Form form) {
        return Response.ok(content, type)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + drawn.fileName() + "." + form.code() + "\"")
                .build();
    }
}
