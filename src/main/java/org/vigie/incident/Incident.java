package org.vigie.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One incident as it stands.
 *
 * @param code {@code I-2026-001}
 * @param reporter absent where the report is anonymous
 * @param settled which notices are done, and how
 * @param version grows with each change; whoever changes it says which one they saw
 */
public record Incident(
        UUID id,
        String code,
        State state,
        Report report,
        Optional<UUID> reporter,
        Instant reportedAt,
        Handling handling,
        Map<Notice.Kind, Notice.Done> settled,
        int version) {
    public Incident {
        settled = Map.copyOf(settled);
    }

    /** Who must be told, the settled ones too; those with a clock come first. */
    public List<Notice> notices() {
        List<Notice> due = new ArrayList<>();
        if (handling.personal()) due.add(notice(Notice.Kind.CNIL, Optional.of(Notice.CNIL)));
        handling.clientDays()
                .ifPresent(days -> due.add(notice(Notice.Kind.CLIENT, Optional.of(Duration.ofDays(days)))));
        if (handling.highRisk()) due.add(notice(Notice.Kind.PERSONS, Optional.empty()));
        if (handling.serious()) due.add(notice(Notice.Kind.PROVIDER, Optional.empty()));
        if (handling.staff()) due.add(notice(Notice.Kind.STAFF, Optional.empty()));
        return due;
    }

    private Notice notice(Notice.Kind kind, Optional<Duration> within) {
        return new Notice(kind, within.map(handling.detectedAt()::plus), Optional.ofNullable(settled.get(kind)));
    }

    public boolean isOverdue(Instant now) {
        return notices().stream().anyMatch(notice -> notice.isOverdue(now));
    }

    /** The nearest clock that still runs, or has run out. */
    public Optional<Instant> nextDue() {
        return notices().stream()
                .filter(Notice::isOpen)
                .flatMap(notice -> notice.due().stream())
                .min(Instant::compareTo);
    }

    /** What keeps it from going to a state; empty when nothing does. */
    Optional<Obstacle> obstacleTo(State wanted, String motive) {
        if (!state.next().contains(wanted)) return Optional.of(Obstacle.NOT_FROM_HERE);
        boolean back = state.isOver() || wanted == State.DISMISSED;
        if (back && motive.isBlank()) return Optional.of(Obstacle.MOTIVE_MISSING);
        return switch (wanted) {
            case QUALIFIED, CONTAINED ->
                missing(!state.isOver() && handling.severity().isEmpty(), Obstacle.SEVERITY_MISSING);
            case ANALYSED -> missing(handling.rootCause().isEmpty(), Obstacle.CAUSE_MISSING);
            case CORRECTED -> missing(handling.actions().isEmpty(), Obstacle.ACTIONS_MISSING);
            case CLOSED ->
                missing(handling.lessons().isEmpty(), Obstacle.LESSONS_MISSING)
                        .or(() -> missing(notices().stream().anyMatch(Notice::isOpen), Obstacle.NOTICES_OPEN));
            case REPORTED, DISMISSED -> Optional.empty();
        };
    }

    private static Optional<Obstacle> missing(boolean missing, Obstacle obstacle) {
        return missing ? Optional.of(obstacle) : Optional.empty();
    }
}
