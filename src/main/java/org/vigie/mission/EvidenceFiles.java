package org.vigie.mission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Role;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.store.Sealed;

/** The files that prove what a client agreed to. Each addition, reading and removal is on record with the file's hash. */
@Singleton
public final class EvidenceFiles implements MissionContent {
    private static final String PURPOSE = "mission/evidence";

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Missions missions;
    private final MissionSpaces spaces;
    private final Clock clock;

    @Inject
    EvidenceFiles(Jdbi jdbi, AuditLog audit, Missions missions, MissionSpaces spaces, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.missions = missions;
        this.spaces = spaces;
        this.clock = clock;
    }

    /** Whoever may change the mission, its members whose role has the right, and the auditors. */
    public boolean mayRead(Caller caller, Mission mission) {
        return Rights.allows(caller, Right.READ_EVIDENCE)
                && (missions.mayManage(caller, mission)
                        || caller.has(Role.AUDITOR)
                        || mission.members().contains(caller.person()));
    }

    /** The oldest first; empty after the purge. */
    public List<Evidence> of(Mission mission) {
        return jdbi.withHandle(handle -> sealed(handle, mission)
                .map(seal -> new EvidenceStore(handle, seal).of(mission.code()))
                .orElse(List.of()));
    }

    private Optional<Sealed> sealed(Handle handle, Mission mission) {
        return spaces.derive(handle, mission.code(), PURPOSE).map(Sealed::new);
    }

    /** A file whole. */
    public record Content(Evidence evidence, byte[] bytes) {}

    /** @throws ProblemException {@code not_found}, {@code forbidden}, or {@code audit_unavailable} */
    public Content read(Caller caller, String code, UUID id) {
        Mission mission = missions.find(caller, code);
        if (!mayRead(caller, mission)) throw new ProblemException(new Problem.Forbidden());
        Evidence evidence = find(mission, id);
        record(caller, "mission.evidence_read", mission, evidence);
        return jdbi.withHandle(handle ->
                        sealed(handle, mission).flatMap(seal -> new EvidenceStore(handle, seal).content(code, id)))
                .map(bytes -> new Content(evidence, bytes))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    private Evidence find(Mission mission, UUID id) {
        return of(mission).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    /**
     * @param name as whoever sends it calls it
     * @throws MissionException where it is too large or none of {@link Evidence.Kind}
     * @throws ProblemException where the mission is not theirs to change, or is over
     */
    public Evidence add(Caller caller, String code, String name, byte[] content) {
        Mission mission = changeable(caller, code);
        MissionException.when(content.length == 0, MissionFault.EVIDENCE_MISSING);
        MissionException.when(content.length > Evidence.LARGEST, MissionFault.EVIDENCE_TOO_LARGE);
        Optional<Evidence.Kind> kind = Evidence.Kind.of(content);
        MissionException.when(kind.isEmpty(), MissionFault.EVIDENCE_KIND);
        MissionException.when(of(mission).size() >= Evidence.MOST, MissionFault.EVIDENCE_TOO_MANY);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Evidence evidence = new Evidence(
                Ids.next(), kind.get(), Evidence.nameOf(name), content.length, sha256(content), caller.person(), now);
        spaces.derive(code, PURPOSE);
        record(caller, "mission.evidence_added", mission, evidence);
        jdbi.useTransaction(handle -> {
            spaces.requireOpen(handle, code);
            byte[] key =
                    spaces.hold(handle, code, PURPOSE).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
            new EvidenceStore(handle, new Sealed(key)).insert(code, evidence, content);
        });
        return evidence;
    }

    public void remove(Caller caller, String code, UUID id) {
        Mission mission = changeable(caller, code);
        Evidence evidence = find(mission, id);
        record(caller, "mission.evidence_removed", mission, evidence);
        jdbi.useTransaction(handle -> {
            spaces.requireOpen(handle, code);
            sealed(handle, mission).ifPresent(seal -> new EvidenceStore(handle, seal).remove(code, id));
        });
    }

    private Mission changeable(Caller caller, String code) {
        Mission mission = missions.find(caller, code);
        if (!missions.mayManage(caller, mission)) throw new ProblemException(new Problem.Forbidden());
        MissionException.when(missions.isFrozen(mission), MissionFault.CLOSED);
        return mission;
    }

    private void record(Caller caller, String action, Mission mission, Evidence evidence) {
        Map<String, String> details = Map.of(
                "file",
                evidence.id().toString(),
                "kind",
                evidence.kind().code(),
                "sha256",
                evidence.sha256(),
                "size",
                Integer.toString(evidence.size()));
        audit.act(Act.of(clock.instant(), caller.person(), action, "mission:" + mission.code(), details));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String kind() {
        return "evidence";
    }

    @Override
    public int count(Handle handle, String mission) {
        return EvidenceStore.count(handle, mission);
    }

    @Override
    public int erase(Handle handle, String mission) {
        return EvidenceStore.erase(handle, mission);
    }
}
