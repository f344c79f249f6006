package org.vigie.incident;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.incident.IncidentView.Clock;
import org.vigie.incident.IncidentView.LogLine;
import org.vigie.incident.IncidentView.NoticeLine;
import org.vigie.incident.IncidentView.Row;
import org.vigie.incident.IncidentView.StopLine;
import org.vigie.kernel.Language;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;

/** Says incidents in one language, for one page: names are looked up once. */
final class Telling {
    /** As {@code <input type="datetime-local">} holds it. */
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final IncidentMessages say;
    private final Figures figures;
    private final People people;
    private final Instant now;
    private final Map<UUID, String> names = new HashMap<>();

    Telling(Language language, People people, Instant now) {
        this.say = Bundles.in(IncidentMessages.class, language);
        this.figures = new Figures(language);
        this.people = people;
        this.now = now;
    }

    IncidentMessages say() {
        return say;
    }

    Row row(Incident incident) {
        Optional<Clock> clock = incident.state().isOver()
                ? Optional.empty()
                : incident.nextDue().map(due -> Clock.of(due, now, say));
        return new Row(incident, figures.moment(incident.reportedAt()), clock);
    }

    List<Row> rows(List<Incident> incidents) {
        return incidents.stream().map(this::row).toList();
    }

    String moment(Instant at) {
        return figures.moment(at);
    }

    String name(Optional<UUID> person) {
        return person.map(this::name).orElseGet(say::nobody);
    }

    private String name(UUID person) {
        return names.computeIfAbsent(
                person, id -> people.find(id).map(Person::name).orElse(id.toString()));
    }

    NoticeLine notice(Notice notice) {
        return new NoticeLine(
                notice.kind().code(),
                notice.isOpen(),
                notice.due().filter(_ -> notice.isOpen()).map(due -> Clock.of(due, now, say)),
                notice.due().map(figures::moment).orElse(""),
                notice.done().map(done -> figures.moment(done.at())).orElse(""),
                notice.done().map(done -> name(done.by())).orElse(""),
                notice.done().map(Notice.Done::reference).orElse(""));
    }

    LogLine log(LogEntry entry) {
        String about = switch (entry.act()) {
            case MOVED -> say.stateName(entry.about());
            case TOLD -> say.noticeName(entry.about());
            case EDITED -> entry.about().isEmpty() ? "" : say.severityName(entry.about());
            case REPORTED, NOTED, STOPPED, LIFTED -> entry.about();
        };
        return new LogLine(
                figures.moment(entry.at()), name(entry.by()), entry.act().code(), about, entry.text());
    }

    StopLine stop(Stop stop) {
        return new StopLine(
                stop,
                say.scope(stop.scope().kind().code(), stop.scope().id()),
                figures.moment(stop.at()),
                name(stop.by()),
                stop.lifted().map(lifted -> figures.moment(lifted.at())).orElse(""),
                stop.lifted().map(lifted -> name(lifted.by())).orElse(""));
    }

    static String typed(Instant moment) {
        return TYPED.format(moment.atZone(Incidents.ZONE));
    }

    /** A moment of Paris as a form sent it, or one of UTC with its Z; empty where it is none, or not yet. */
    Optional<Instant> past(String typed) {
        try {
            Instant moment = typed.endsWith("Z")
                    ? Instant.parse(typed)
                    : LocalDateTime.parse(typed).atZone(Incidents.ZONE).toInstant();
            // The form has minutes only: the present one is past enough.
            return Optional.of(moment).filter(past -> past.isBefore(now.plus(1, ChronoUnit.MINUTES)));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }
}
