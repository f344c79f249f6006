package org.vigie.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the pages show, said in the reader's language. Types for templates: their methods are public. */
final class IncidentView {
    private IncidentView() {}

    /** @param clock what is left of the nearest deadline; empty where none runs */
    record Row(Incident incident, String reportedOn, Optional<Clock> clock) {
        private static final int SHOWN = 140;

        public String code() {
            return incident.code();
        }

        public String kind() {
            return incident.handling().kind().code();
        }

        public String state() {
            return incident.state().code();
        }

        public String severity() {
            return incident.handling().severity().map(Enum::name).orElse("");
        }

        public String what() {
            String what = incident.report().what();
            return what.length() <= SHOWN ? what : what.substring(0, SHOWN).strip() + "…";
        }
    }

    /** @param words « reste 12 h 30 min » */
    record Clock(boolean overdue, String words) {
        static Clock of(Instant due, Instant now, IncidentMessages say) {
            Duration left = Duration.between(now, due);
            return left.isNegative()
                    ? new Clock(true, say.late(span(left.negated(), say)))
                    : new Clock(false, say.left(span(left, say)));
        }

        /** Hours and minutes up to four days, since the clock that matters most has 72 hours; then days. */
        private static String span(Duration time, IncidentMessages say) {
            if (time.toHours() >= 96) return say.days(Long.toString(time.toDays()));
            return time.toHours() + "\u00a0h\u00a0" + "%02d".formatted(time.toMinutesPart()) + "\u00a0min";
        }
    }

    /**
     * @param handler whether the reader handles incidents
     * @param state as it was chosen: a state's code, {@code open} or empty
     */
    record Listing(
            boolean handler,
            List<Row> shown,
            List<Row> own,
            String state,
            String severity,
            int all,
            int open,
            int overdue,
            String thanks,
            boolean anonymous) {
        public List<String> states() {
            return List.of(State.values()).stream().map(State::code).toList();
        }

        public List<Severity> severities() {
            return List.of(Severity.values());
        }
    }

    /** @param due « reste … », or nothing where no clock runs */
    record NoticeLine(
            String kind,
            boolean open,
            Optional<Clock> clock,
            String dueOn,
            String settledOn,
            String by,
            String reference) {}

    /** @param about the words of the new state, of who was told, of the decision or the severity */
    record LogLine(String at, String by, String act, String about, String text) {}

    record StopLine(Stop stop, String what, String since, String by, String liftedOn, String liftedBy) {}

    /**
     * The file of one incident.
     *
     * @param handler whether the reader handles it, or only reported it
     * @param typed times as a form holds them
     */
    record File(
            Incident incident,
            boolean handler,
            Row row,
            String reporter,
            String occurredOn,
            String detected,
            List<NoticeLine> notices,
            List<LogLine> log,
            List<StopLine> stops,
            String fault) {
        public List<String> next() {
            return incident.state().next().stream().map(State::code).toList();
        }

        public boolean isOver() {
            return incident.state().isOver();
        }

        public boolean proposesStop() {
            return !isOver()
                    && incident.handling()
                            .severity()
                            .filter(Severity::callsForContainment)
                            .isPresent();
        }

        public boolean is(Kind kind) {
            return incident.handling().kind() == kind;
        }

        public boolean is(Severity severity) {
            return incident.handling().severity().filter(severity::equals).isPresent();
        }

        public List<Kind> kinds() {
            return List.of(Kind.values());
        }

        public List<Severity> severities() {
            return List.of(Severity.values());
        }
    }
}
