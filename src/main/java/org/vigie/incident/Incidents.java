package org.vigie.incident;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.identity.Caller;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** Reports and what is done about them. Each act is on record before it is done. */
@Singleton
public final class Incidents {
    /** Numbers are of the year there, and moments are typed in its time. */
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Incidents(Jdbi jdbi, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a report. An anonymous one leaves neither a person nor an exchange behind, in the audit neither.
     *
     * @return the new incident's code
     * @throws IllegalArgumentException where the exchange is not one of the caller's own
     */
    public String report(Caller caller, Report report, boolean anonymous) {
        report.exchange().ifPresent(exchange -> requireOwn(exchange, caller));
        Optional<UUID> reporter = anonymous ? Optional.empty() : Optional.of(caller.person());
        Report kept = anonymous ? report.withoutExchange() : report;
        UUID id = Ids.next();
        Instant now = now();
        record(
                "incident.reported",
                id.toString(),
                reporter,
                Map.of("kind", kept.kind().code()));
        return jdbi.inTransaction(handle -> {
            IncidentStore store = new IncidentStore(handle);
            int year = now.atZone(ZONE).getYear();
            int ordinal = store.nextOrdinal(year);
            String code = "I-%d-%03d".formatted(year, ordinal);
            store.insert(
                    new Incident(id, code, State.REPORTED, kept, reporter, now, Handling.of(kept, now), Map.of(), 1),
                    year,
                    ordinal);
            store.log(id, new LogEntry(now, reporter, LogEntry.Act.REPORTED, "", ""));
            return code;
        });
    }

    private void requireOwn(UUID exchange, Caller caller) {
        boolean own = audit.find(exchange)
                .filter(record -> record.opening().person().equals(Optional.of(caller.person())))
                .isPresent();
        if (!own) throw new IllegalArgumentException("exchange");
    }

    public List<Incident> all() {
        return jdbi.withHandle(handle -> new IncidentStore(handle).all());
    }

    /**
     * Somebody who must be told before long.
     *
     * @param incident its code
     */
    public record Pressing(String incident, Notice.Kind kind, Instant due) {}

    /**
     * Whose clock runs out within {@link Notice#PRESSING}, or has run out, of incidents that are not over. What can still
     * be met comes first, the soonest of it ahead; then what is late, the least late ahead.
     */
    public List<Pressing> pressing() {
        Instant now = now();
        Instant soon = now.plus(Notice.PRESSING);
        return jdbi.withHandle(handle -> new IncidentStore(handle).clocked()).stream()
                .flatMap(incident -> incident.notices().stream()
                        .filter(Notice::isOpen)
                        .flatMap(notice -> notice.due().stream()
                                .filter(due -> !due.isAfter(soon))
                                .map(due -> new Pressing(incident.code(), notice.kind(), due))))
                .sorted(Comparator.comparing((Pressing one) -> now.isAfter(one.due()))
                        .thenComparing(one -> Duration.between(now, one.due()).abs()))
                .toList();
    }

    /** What this person reported under their name. */
    public List<Incident> of(UUID reporter) {
        return jdbi.withHandle(handle -> new IncidentStore(handle).of(reporter));
    }

    /** Who may see it is the caller's to check. */
    public Optional<Incident> find(String code) {
        return jdbi.withHandle(handle -> new IncidentStore(handle).find(code));
    }

    /** The newest first. */
    public List<LogEntry> log(Incident incident) {
        return jdbi.withHandle(handle -> new IncidentStore(handle).entries(incident.id()));
    }

    /**
     * Writes what the handlers know.
     *
     * @param version that they saw
     */
    public Optional<Obstacle> edit(Caller caller, String code, int version, Handling handling) {
        require(code);
        record("incident.edited", code, Optional.of(caller.person()), Map.of());
        return jdbi.inTransaction(handle -> {
            IncidentStore store = new IncidentStore(handle);
            Incident before = store.locked(code).orElseThrow(Incidents::missing);
            if (!store.update(code, version, handling)) return Optional.of(Obstacle.CHANGED_MEANWHILE);
            String severity = handling.severity().equals(before.handling().severity())
                    ? ""
                    : handling.severity().map(Enum::name).orElse("");
            store.log(before.id(), entry(caller, LogEntry.Act.EDITED, severity, ""));
            return Optional.empty();
        });
    }

    /** @param motive needed to dismiss and to reopen */
    public Optional<Obstacle> move(Caller caller, String code, State to, String motive) {
        Optional<Obstacle> known = require(code).obstacleTo(to, motive);
        if (known.isPresent()) return known;
        record("incident." + to.code(), code, Optional.of(caller.person()), Map.of());
        return within(store -> {
            Incident incident = store.locked(code).orElseThrow(Incidents::missing);
            Optional<Obstacle> obstacle = incident.obstacleTo(to, motive);
            if (obstacle.isPresent()) return obstacle;
            // One that is reopened without ever having been judged begins again where it began.
            boolean unjudged =
                    incident.state().isOver() && incident.handling().severity().isEmpty();
            State target = unjudged ? State.REPORTED : to;
            store.move(code, target);
            store.log(incident.id(), entry(caller, LogEntry.Act.MOVED, target.code(), motive.strip()));
            return Optional.empty();
        });
    }

    public void note(Caller caller, String code, String text) {
        if (text.isBlank() || text.length() > Report.LONGEST) throw new IllegalArgumentException("note");
        Incident incident = require(code);
        record("incident.noted", code, Optional.of(caller.person()), Map.of());
        jdbi.useTransaction(handle ->
                new IncidentStore(handle).log(incident.id(), entry(caller, LogEntry.Act.NOTED, "", text.strip())));
    }

    /** Says that somebody was told, or why not. @param reference of the message, or the reason; not empty */
    public void settle(Caller caller, String code, Notice.Kind kind, String reference) {
        if (reference.isBlank() || reference.length() > Report.LONGEST) throw new IllegalArgumentException("reference");
        Incident incident = require(code);
        record("incident.told", code, Optional.of(caller.person()), Map.of("whom", kind.code()));
        jdbi.useTransaction(handle -> {
            IncidentStore store = new IncidentStore(handle);
            store.settle(incident.id(), kind, new Notice.Done(now(), caller.person(), reference.strip()));
            store.log(incident.id(), entry(caller, LogEntry.Act.TOLD, kind.code(), reference.strip()));
        });
    }

    private Optional<Obstacle> within(Function<IncidentStore, Optional<Obstacle>> work) {
        return jdbi.inTransaction(handle -> work.apply(new IncidentStore(handle)));
    }

    private LogEntry entry(Caller caller, LogEntry.Act act, String about, String text) {
        return new LogEntry(now(), Optional.of(caller.person()), act, about, text);
    }

    private Incident require(String code) {
        return find(code).orElseThrow(Incidents::missing);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException missing() {
        return new ProblemException(new Problem.NotFound());
    }

    private void record(String action, String subject, Optional<UUID> person, Map<String, String> details) {
        audit.act(new Act(Ids.next(), now(), person, action, Optional.of(subject), details));
    }
}
