package org.vigie.mission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.audit.Closing;
import org.vigie.audit.ExchangeRecord;
import org.vigie.audit.ExchangeRecord.State;
import org.vigie.catalog.Catalog;
import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Rule;
import org.vigie.store.InstanceKeys;

/** What happened in a mission over a period, out of the audit, and the signature under it. */
@Singleton
public final class Attestations {
    private static final Set<Role> MAY_ATTEST = EnumSet.of(Role.ADMIN, Role.DPO, Role.LEGAL);

    private final Missions missions;
    private final AuditLog audit;
    private final Catalog catalog;
    private final InstanceKeys keys;

    @Inject
    Attestations(Missions missions, AuditLog audit, Catalog catalog, InstanceKeys keys) {
        this.missions = missions;
        this.audit = audit;
        this.catalog = catalog;
        this.keys = keys;
    }

    /**
     * Who leads the mission, whoever answers for the firm's data and contracts, and the client's own people where they
     * were made members.
     */
    boolean mayAttest(Caller caller, Mission mission) {
        return mission.manager().equals(caller.person())
                || MAY_ATTEST.stream().anyMatch(caller::has)
                || caller.has(Role.CLIENT) && mission.members().contains(caller.person());
    }

    /** The missions of which somebody may see the attestation. */
    List<Mission> visibleTo(Caller caller) {
        return missions.visibleTo(caller).stream()
                .filter(mission -> mayAttest(caller, mission))
                .toList();
    }

    /**
     * @param from the first day, included, in Paris
     * @param to the last day, included
     * @param at up to which it counts
     * @throws ProblemException {@code not_found} for a mission that is not theirs to see, {@code forbidden} for one of
     *     which they may not attest
     */
    Attestation draw(Caller caller, String code, LocalDate from, LocalDate to, Instant at) {
        Mission mission = missions.find(caller, code);
        if (!mayAttest(caller, mission)) throw new ProblemException(new Problem.Forbidden());
        Count count = new Count();
        Instant first = from.atStartOfDay(Mission.ZONE).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(Mission.ZONE).toInstant();
        audit.inMission(code, first, end.isBefore(at) ? end : at, count::add);
        return new Attestation(
                mission,
                from,
                to,
                at,
                count.outcomes,
                models(count.targets),
                count.masked,
                count.refusals,
                count.snapshots);
    }

    /** The files in which an attestation is handed out. */
    enum Form {
        JSON,
        JWS,
        PDF;

        /** In the audit, and the ending of its name. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Its data without a signature; that they were given is recorded first. */
    String data(Caller caller, Attestation drawn) {
        record(caller, drawn, Form.JSON);
        return drawn.json();
    }

    /** The same as a file that holds a JWS; that it was given is recorded first. @param form what it is handed out as */
    String sign(Caller caller, Attestation drawn, Form form) {
        record(caller, drawn, form);
        return Jws.sign(
                        drawn.json(),
                        keys.attestation().getPrivate(),
                        VerificationKeys.idOf(keys.attestation().getPublic()))
                + "\n";
    }

    private void record(Caller caller, Attestation drawn, Form form) {
        audit.act(Act.of(
                Instant.now(),
                caller.person(),
                "mission.attested",
                "mission:" + drawn.mission().code(),
                Map.of("from", drawn.from().toString(), "to", drawn.to().toString(), "form", form.code())));
    }

    private List<Attestation.Model> models(SortedMap<String, Integer> targets) {
        return targets.entrySet().stream()
                .map(used -> model(used.getKey(), used.getValue()))
                .toList();
    }

    private Attestation.Model model(String name, int exchanges) {
        for (Provider provider : catalog.providers()) {
            for (Model model : provider.models()) {
                if (!name.equals(provider.id() + "/" + model.id())) continue;
                String zone = Rule.code(provider.zone());
                return new Attestation.Model(name, provider.name(), Optional.of(zone), model.location(), exchanges);
            }
        }
        return new Attestation.Model(name, "", Optional.empty(), Optional.empty(), exchanges);
    }

    /** What is counted of each exchange, one after the other. */
    private static final class Count {
        private final SortedMap<String, Integer> outcomes = new TreeMap<>();
        private final SortedMap<String, Integer> targets = new TreeMap<>();
        private final SortedMap<String, Integer> masked = new TreeMap<>();
        private final SortedMap<String, Integer> refusals = new TreeMap<>();
        private final SortedSet<Long> snapshots = new TreeSet<>();

        void add(ExchangeRecord record) {
            outcomes.merge(
                    record.outcome()
                            .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
                            .orElse("running"),
                    1,
                    Integer::sum);
            number(record.opening().snapshot()).ifPresent(snapshots::add);
            if (record.state() instanceof State.Closed(Instant _, Closing closing)) add(closing);
        }

        private void add(Closing closing) {
            if (closing.reachedProvider()) {
                closing.target().ifPresent(target -> targets.merge(target, 1, Integer::sum));
                if (List.of(closing.decision().split(",")).contains("pseudonymised")) {
                    closing.findings().replaced().forEach((type, times) -> masked.merge(type, times, Integer::sum));
                }
            }
            if (closing.decision().equals("refused")) {
                refusals.merge(closing.refusalCode().orElse("refused"), 1, Integer::sum);
            }
        }

        private static Optional<Long> number(String snapshot) {
            return snapshot.matches("\\d{1,18}") ? Optional.of(Long.valueOf(snapshot)) : Optional.empty();
        }
    }
}
