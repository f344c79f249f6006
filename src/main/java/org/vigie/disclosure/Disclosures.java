package org.vigie.disclosure;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.disclosure.Disclosure.Answer;
import org.vigie.disclosure.Disclosure.State;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.incident.Incidents;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.metering.Meter;

/**
 * Requests for somebody's traces and what becomes of them. Each act is on record before it is done; that access opens and
 * that the person is told are one row, so that there is never one without the other.
 */
@Singleton
public final class Disclosures {
    static final int SHORTEST_REFUSAL = 10;

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final People people;
    private final Incidents incidents;
    private final Clock clock;

    @Inject
    Disclosures(Jdbi jdbi, AuditLog audit, People people, Incidents incidents, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.people = people;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** How traces are opened. */
    enum Form {
        PAGE,
        CSV
    }

    /**
     * Asks, which gives the first key.
     *
     * @throws ProblemException forbidden, for whoever is neither data protection nor information security officer
     * @throws Fault.Raised with all that is wrong
     */
    Disclosure ask(Caller by, Wanted wanted) {
        Instant now = now();
        Person asking = people.find(by.person())
                .filter(Person::active)
                .filter(person -> holdsRole(by, person))
                .orElseThrow(() -> new ProblemException(new Problem.Forbidden()));
        EnumSet<Fault> faults = wanted.faults(LocalDate.ofInstant(now, Meter.ZONE));
        if (!isActive(wanted.about())) faults.add(Fault.PERSON_UNKNOWN);
        if (wanted.incident().isPresent()
                && incidents.find(wanted.incident().get()).isEmpty()) {
            faults.add(Fault.INCIDENT_UNKNOWN);
        }
        Fault.raise(faults);
        List<Naming> namings = namings();
        TwoKeys keys = TwoKeys.of(asking, wanted.about(), people.all(), namings, now);
        UUID id = Ids.next();
        record(
                by,
                "disclosure.asked",
                id,
                Map.of(
                        "about", wanted.about().toString(),
                        "category", wanted.category().code(),
                        "from", wanted.from().toString(),
                        "to", wanted.to().toString(),
                        "days", Integer.toString(wanted.days())));
        return jdbi.inTransaction(handle -> {
            DisclosureStore store = new DisclosureStore(handle);
            int year = now.atZone(Meter.ZONE).getYear();
            int ordinal = store.nextOrdinal(year);
            Disclosure asked = new Disclosure(
                    id,
                    "T-%d-%03d".formatted(year, ordinal),
                    wanted,
                    keys.first(),
                    now,
                    keys.seconds(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            store.insert(asked, year, ordinal);
            return asked;
        });
    }

    private static boolean holdsRole(Caller caller, Person person) {
        return caller.credential() instanceof Caller.Credential.Session
                && (person.roles().contains(Capacity.DPO.role())
                        || person.roles().contains(Capacity.CISO.role()));
    }

    /**
     * Gives the second key: from now on both read, until the time is over, and the person is told.
     *
     * @throws ProblemException not found, for whoever could not give it when the request was opened or cannot any more
     * @throws Fault.Raised when it is not asked for any more, the first key is void, or the person could not be told
     */
    void give(Caller by, String code) {
        Disclosure asked = answerable(by, code);
        if (!isActive(asked.wanted().about())) throw Fault.PERSON_GONE.raised();
        KeyHolder holder = asked.second(by.person()).orElseThrow(Disclosures::missing);
        record(by, "disclosure.opened", asked.id(), about(asked));
        answer(
                code,
                now -> new Answer.Given(
                        holder, now, now.plus(Duration.ofDays(asked.wanted().days()))));
    }

    /** Refuses the second key, for good. @throws Fault.Raised also without a reason */
    void refuse(Caller by, String code, String reason) {
        Disclosure asked = answerable(by, code);
        String said = reason.strip();
        if (said.length() < SHORTEST_REFUSAL || said.length() > Wanted.LONGEST_REASON) {
            throw Fault.REFUSAL_TOO_SHORT.raised();
        }
        KeyHolder holder = asked.second(by.person()).orElseThrow(Disclosures::missing);
        record(by, "disclosure.refused", asked.id(), about(asked));
        answer(code, now -> new Answer.Refused(holder, now, said));
    }

    private Disclosure answerable(Caller by, String code) {
        Disclosure asked = held(by, code);
        KeyHolder second = asked.second(by.person()).orElseThrow(Disclosures::missing);
        if (asked.at(now()) != State.ASKED) throw Fault.NOT_ASKED_ANY_MORE.raised();
        if (!stillHolds(by, second)) throw missing();
        List<Naming> namings = namings();
        if (!TwoKeys.stillHolds(asked.first(), people.find(asked.first().person()), namings)) {
            throw Fault.FIRST_KEY_VOID.raised();
        }
        return asked;
    }

    private void answer(String code, Function<Instant, Answer> answer) {
        change(code, (store, asked) -> {
            if (asked.at(now()) != State.ASKED) throw Fault.NOT_ASKED_ANY_MORE.raised();
            store.answer(asked.id(), answer.apply(now()));
        });
    }

    /** Takes a request back that nobody has answered. */
    void withdraw(Caller by, String code) {
        Disclosure asked = held(by, code);
        if (!asked.first().person().equals(by.person())) throw missing();
        end(by, code, State.ASKED, "disclosure.withdrawn");
    }

    /** Ends access before its time: either of the two may. */
    void close(Caller by, String code) {
        held(by, code);
        end(by, code, State.OPEN, "disclosure.closed");
    }

    private void end(Caller by, String code, State from, String action) {
        Disclosure known = held(by, code);
        if (known.at(now()) != from) throw Fault.NOT_ASKED_ANY_MORE.raised();
        record(by, action, known.id(), about(known));
        change(code, (store, disclosure) -> {
            if (disclosure.at(now()) != from) throw Fault.NOT_ASKED_ANY_MORE.raised();
            store.end(disclosure.id(), by.person(), now());
        });
    }

    /**
     * What the two keys open; each time is on record, and told to the person.
     *
     * @return the oldest first; empty when the request is not open any more, or not yet
     * @throws ProblemException not found for everybody but the two who hold the keys
     */
    Optional<List<TraceLine>> read(Caller by, String code, Form form) {
        Disclosure open = held(by, code);
        if (open.at(now()) != State.OPEN) return Optional.empty();
        KeyHolder holder = open.first().person().equals(by.person())
                ? open.first()
                : open.answer().orElseThrow().by();
        if (!stillHolds(by, holder)) throw missing();
        record(
                by,
                "disclosure.read",
                open.id(),
                Map.of(
                        "about", open.wanted().about().toString(),
                        "form", form.name().toLowerCase(Locale.ROOT)));
        jdbi.useTransaction(handle -> new DisclosureStore(handle).read(open.id(), by.person(), now(), form));
        List<TraceLine> lines = new ArrayList<>();
        audit.ofPerson(
                open.wanted().about(),
                open.wanted().begin(),
                open.readUntil(),
                record -> lines.add(TraceLine.of(record)));
        lines.sort(Comparator.comparing(TraceLine::at));
        return Optional.of(lines);
    }

    /** @throws ProblemException not found, for everybody but those who hold or may give a key */
    Disclosure held(Caller by, String code) {
        return jdbi.withHandle(handle -> new DisclosureStore(handle).find(code))
                .filter(disclosure ->
                        by.credential() instanceof Caller.Credential.Session && concerns(disclosure, by.person()))
                .orElseThrow(Disclosures::missing);
    }

    /** Whoever could give the second key, and has lost what for, learns nothing of the request any more. */
    private boolean concerns(Disclosure disclosure, UUID person) {
        if (!disclosure.concernsAsHolder(person)) return false;
        return disclosure.first().person().equals(person)
                || disclosure.answer().isPresent()
                || disclosure
                        .second(person)
                        .filter(second -> TwoKeys.stillHolds(second, people.find(person), namings()))
                        .isPresent();
    }

    /** Those in which somebody holds, or may give, a key. */
    List<Disclosure> ofHolder(UUID person) {
        return jdbi.withHandle(handle -> new DisclosureStore(handle).ofHolder(person)).stream()
                .filter(disclosure -> concerns(disclosure, person))
                .toList();
    }

    /** Those that opened somebody's traces: for that person's own eyes. */
    List<Disclosure> openedAbout(UUID person) {
        return jdbi.withHandle(handle -> new DisclosureStore(handle).openedAbout(person));
    }

    /** What somebody may have to be told of now: their own that opened, and requests that wait for their key. */
    List<Disclosure> toTell(UUID person) {
        return jdbi.withHandle(handle -> new DisclosureStore(handle).toTell(person, now())).stream()
                .filter(disclosure -> disclosure.wanted().about().equals(person) || concerns(disclosure, person))
                .toList();
    }

    /** When the traces were opened, the first time first. */
    List<Instant> readings(Disclosure disclosure) {
        return jdbi.withHandle(handle -> new DisclosureStore(handle).readings(disclosure.id()));
    }

    /** All, for the register, which tells of no person. */
    List<Disclosure> all() {
        return jdbi.withHandle(handle -> new DisclosureStore(handle).all());
    }

    /** The person concerned says that they have read the notice. @throws ProblemException for anybody else's */
    void acknowledge(Caller by, String code) {
        Disclosure mine = openedAbout(by.person()).stream()
                .filter(disclosure -> disclosure.code().equals(code))
                .findFirst()
                .orElseThrow(Disclosures::missing);
        if (mine.seenAt().isPresent()) return;
        record(by, "disclosure.acknowledged", mine.id(), Map.of());
        jdbi.useTransaction(handle -> new DisclosureStore(handle).seen(mine.id(), now()));
    }

    private void change(String code, BiConsumer<DisclosureStore, Disclosure> work) {
        jdbi.useTransaction(handle -> {
            DisclosureStore store = new DisclosureStore(handle);
            work.accept(store, store.locked(code).orElseThrow(Disclosures::missing));
        });
    }

    private boolean stillHolds(Caller by, KeyHolder holder) {
        return TwoKeys.stillHolds(holder, people.find(by.person()), namings());
    }

    private List<Naming> namings() {
        return jdbi.withHandle(handle -> new DisclosureStore(handle).namings());
    }

    private boolean isActive(UUID person) {
        return people.find(person).filter(Person::active).isPresent();
    }

    private static Map<String, String> about(Disclosure disclosure) {
        return Map.of("about", disclosure.wanted().about().toString());
    }

    private void record(Caller by, String action, UUID request, Map<String, String> details) {
        audit.act(Act.of(Instant.now(), by.person(), action, "disclosure:" + request, details));
    }

    /** As PostgreSQL keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static ProblemException missing() {
        return new ProblemException(new Problem.NotFound());
    }
}
