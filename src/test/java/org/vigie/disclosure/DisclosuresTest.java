package org.vigie.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.audit.AuditLog;
import org.vigie.audit.Closing;
import org.vigie.audit.Latency;
import org.vigie.audit.Opening;
import org.vigie.audit.Outcome;
import org.vigie.audit.Tokens;
import org.vigie.catalog.Catalog;
import org.vigie.configuration.ConfigurationFile;
import org.vigie.disclosure.Disclosure.State;
import org.vigie.identity.Caller;
import org.vigie.identity.Person;
import org.vigie.identity.Role;
import org.vigie.identity.TestPeople;
import org.vigie.incident.Incidents;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Exposure;
import org.vigie.kernel.FindingSummary;
import org.vigie.kernel.Ids;
import org.vigie.kernel.ProblemException;
import org.vigie.metering.Meter;
import org.vigie.policy.Decisions;
import org.vigie.policy.PolicySnapshots;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.Store;
import org.vigie.store.TestDatabase;

/** Requests, keys, traces and what the person is told, in a real database with a real audit. */
class DisclosuresTest {
    private static final Instant NOON = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOON, Meter.ZONE);
    private static final String REASON = "Une clé volée a servi mardi : retrouver quels modèles ont été appelés.";

    @TempDir
    Path directory;

    private Jdbi jdbi;
    private Jdbi owner;
    private AuditLog audit;
    private PolicySnapshots snapshots;
    private KeyHolders holders;
    private TestPeople people;
    private Person dpo;
    private Person ciso;
    private Person durand;
    private Person other;
    private Disclosures disclosures;

    @BeforeEach
    void start() throws Exception {
        DatabaseAccess access = TestDatabase.migratedAccess();
        jdbi = Store.jdbi(access);
        owner = Jdbi.create(access::connectAsOwner);
        audit = AuditLog.start(
                jdbi, access, directory, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        Path file = java.nio.file.Files.writeString(directory.resolve("vigie.yaml"), """
                providers:
                  - {id: in, kind: openai, zone: internal, maxDataClass: C2, baseUrl: "http://127.0.0.1:1", models: [{id: m}]}
                routes: [{model: near, targets: [in/m]}]
                """);
        snapshots = new PolicySnapshots(
                jdbi, new Catalog(ConfigurationFile.load(file, true, Map.of())), TestDatabase.listener(access));
        people = new TestPeople(jdbi);
        holders = new KeyHolders(jdbi, new Decisions(jdbi, audit, snapshots), people.all());
        dpo = people.add("Dpo", Role.DPO, Role.EMPLOYEE);
        ciso = people.add("Ciso", Role.CISO);
        durand = people.add("Durand", Role.EMPLOYEE);
        other = people.add("Autre", Role.EMPLOYEE);
        disclosures = at(NOON);
    }

    @AfterEach
    void stop() {
        snapshots.close();
        audit.close();
    }

    private Disclosures at(Instant now) {
        return new Disclosures(
                jdbi,
                audit,
                people.all(),
                new Incidents(jdbi, audit, Clock.fixed(now, ZoneOffset.UTC)),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Caller by(Person person) {
        return TestPeople.session(person);
    }

    private Wanted wanted(Person about) {
        return new Wanted(about.id(), TODAY.minusDays(3), TODAY, Category.SECURITY, REASON, Optional.empty(), 2);
    }

    private Disclosure ask() {
        return disclosures.ask(by(dpo), wanted(durand));
    }

    private State state(Disclosure disclosure, Instant now) {
        return disclosures.all().stream()
                .filter(one -> one.code().equals(disclosure.code()))
                .findFirst()
                .orElseThrow()
                .at(now);
    }

    private void exchange(Person person, Instant at, String mission) {
        audit.open(new Opening(
                        Ids.next(),
                        at,
                        Optional.of(person.id()),
                        Optional.empty(),
                        Opening.Door.GATEWAY,
                        "near",
                        "7",
                        Optional.of(mission).filter(code -> !code.isEmpty()),
                        Optional.empty()))
                .close(new Closing(
                        Outcome.ANSWERED,
                        "allowed,pseudonymised",
                        Optional.empty(),
                        new FindingSummary(Map.of("EMAIL", 2)),
                        0,
                        Optional.of(new Exposure(DataClass.C2, DataClass.C1, Set.of(), Set.of())),
                        Optional.of("in/m"),
                        1,
                        false,
                        new Tokens(812, 0, 0, 240, 0, false),
                        306,
                        Latency.NONE));
    }

    private List<String> acts() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT body::jsonb ->> 'action' FROM audit.entry WHERE kind = 'act' ORDER BY seq")
                .mapTo(String.class)
                .list());
    }

    private static void missing(Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        answer -> assertThat(answer.problem().code()).isEqualTo("not_found"));
    }

    private static void fault(Fault expected, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Fault.Raised.class,
                        raised -> assertThat(raised.faults()).containsExactly(expected));
    }

    @Test
    void two_keys_open_the_traces_of_the_period_to_the_two_alone_and_the_person_is_told() {
        exchange(durand, NOON.minus(Duration.ofDays(9)), "");
        exchange(durand, NOON.minus(Duration.ofDays(1)), "ATLAS");
        exchange(durand, NOON.minus(Duration.ofHours(2)), "");
        exchange(other, NOON.minus(Duration.ofHours(2)), "");
        exchange(durand, NOON.plusSeconds(60), "");
        Disclosure asked = ask();
        assertThat(asked.code()).matches("T-\\d{4}-001");
        assertThat(disclosures.read(by(dpo), asked.code(), Disclosures.Form.PAGE))
                .isEmpty();
        assertThat(disclosures.openedAbout(durand.id())).isEmpty();
        assertThat(disclosures.toTell(durand.id())).isEmpty();
        assertThat(disclosures.toTell(ciso.id())).hasSize(1);

        disclosures.give(by(ciso), asked.code());
        for (Person holder : List.of(dpo, ciso)) {
            assertThat(disclosures
                            .read(by(holder), asked.code(), Disclosures.Form.PAGE)
                            .orElseThrow())
                    .hasSize(2)
                    .first()
                    .isEqualTo(new TraceLine(
                            NOON.minus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                            "in/m",
                            Optional.of("ATLAS"),
                            Optional.empty(),
                            List.of("allowed", "pseudonymised"),
                            Map.of("EMAIL", 2),
                            812,
                            240,
                            306));
        }
        Person second = people.add("Ciso2", Role.CISO);
        Person admin = people.add("Admin", Role.ADMIN);
        for (Person nobody : List.of(durand, other, second, admin)) {
            missing(() -> disclosures.read(by(nobody), asked.code(), Disclosures.Form.PAGE));
            missing(() -> disclosures.held(by(nobody), asked.code()));
        }
        missing(() -> disclosures.read(TestPeople.key(dpo), asked.code(), Disclosures.Form.CSV));
        assertThat(disclosures.openedAbout(durand.id())).hasSize(1);
        assertThat(disclosures.toTell(durand.id())).hasSize(1);
        assertThat(disclosures.readings(asked)).hasSize(2);
        assertThat(acts())
                .containsExactly("disclosure.asked", "disclosure.opened", "disclosure.read", "disclosure.read");
    }

    @Test
    void after_its_time_to_the_second_nothing_is_read_and_the_person_is_told_until_they_have_read_it() {
        Disclosure asked = ask();
        disclosures.give(by(ciso), asked.code());
        Instant until = disclosures.openedAbout(durand.id()).getFirst().until().orElseThrow();
        assertThat(Duration.between(NOON, until)).isBetween(Duration.ofHours(48).minusMillis(1), Duration.ofHours(48));
        assertThat(at(until.minusSeconds(1)).read(by(dpo), asked.code(), Disclosures.Form.PAGE))
                .isPresent();
        Disclosures after = at(until);
        assertThat(after.read(by(dpo), asked.code(), Disclosures.Form.PAGE)).isEmpty();
        assertThat(after.read(by(ciso), asked.code(), Disclosures.Form.CSV)).isEmpty();
        assertThat(state(asked, until)).isEqualTo(State.OVER);
        assertThat(after.toTell(durand.id())).hasSize(1);
        missing(() -> after.acknowledge(by(other), asked.code()));
        after.acknowledge(by(durand), asked.code());
        assertThat(after.toTell(durand.id())).isEmpty();
        assertThat(after.openedAbout(durand.id())).hasSize(1);
    }

    @Test
    void the_notice_stays_as_long_as_access_is_open_even_when_it_was_read() {
        Disclosure asked = ask();
        disclosures.give(by(ciso), asked.code());
        disclosures.acknowledge(by(durand), asked.code());
        assertThat(disclosures.toTell(durand.id())).hasSize(1);
        disclosures.close(by(ciso), asked.code());
        assertThat(disclosures.toTell(durand.id())).isEmpty();
        assertThat(disclosures.read(by(dpo), asked.code(), Disclosures.Form.PAGE))
                .isEmpty();
        assertThat(state(asked, NOON)).isEqualTo(State.CLOSED);
    }

    @Test
    void whoever_asked_does_not_give_the_second_key_nor_does_anybody_without_it() {
        Disclosure asked = ask();
        for (Person nobody :
                List.of(dpo, durand, other, people.add("Ciso2", Role.CISO), people.add("Adm", Role.ADMIN))) {
            missing(() -> disclosures.give(by(nobody), asked.code()));
            missing(() -> disclosures.refuse(by(nobody), asked.code(), "Pour voir si cela passe."));
        }
        missing(() -> disclosures.give(TestPeople.key(ciso), asked.code()));
        people.roles(dpo, Role.DPO, Role.CISO);
        missing(() -> disclosures.give(by(dpo), asked.code()));
        assertThat(state(asked, NOON)).isEqualTo(State.ASKED);
    }

    @Test
    void a_role_that_was_lost_meanwhile_gives_no_key_and_reads_nothing() {
        Disclosure first = ask();
        people.roles(ciso, Role.EMPLOYEE);
        missing(() -> disclosures.give(by(ciso), first.code()));
        missing(() -> disclosures.held(by(ciso), first.code()));
        assertThat(disclosures.ofHolder(ciso.id())).isEmpty();
        assertThat(disclosures.toTell(ciso.id())).isEmpty();
        people.roles(ciso, Role.CISO);
        people.roles(dpo, Role.EMPLOYEE);
        fault(Fault.FIRST_KEY_VOID, () -> disclosures.give(by(ciso), first.code()));
        people.roles(dpo, Role.DPO);
        disclosures.give(by(ciso), first.code());
        people.roles(dpo, Role.EMPLOYEE);
        missing(() -> disclosures.read(by(dpo), first.code(), Disclosures.Form.PAGE));
        assertThat(disclosures.read(by(ciso), first.code(), Disclosures.Form.PAGE))
                .isPresent();
    }

    @Test
    void a_refusal_has_a_reason_and_is_for_good() {
        Disclosure asked = ask();
        fault(Fault.REFUSAL_TOO_SHORT, () -> disclosures.refuse(by(ciso), asked.code(), " non "));
        disclosures.refuse(by(ciso), asked.code(), "Le motif ne dit pas ce qui est cherché.");
        fault(Fault.NOT_ASKED_ANY_MORE, () -> disclosures.give(by(ciso), asked.code()));
        fault(Fault.NOT_ASKED_ANY_MORE, () -> disclosures.withdraw(by(dpo), asked.code()));
        assertThat(state(asked, NOON)).isEqualTo(State.REFUSED);
        assertThat(disclosures.openedAbout(durand.id())).isEmpty();
    }

    @Test
    void what_is_withdrawn_or_left_unanswered_does_not_open() {
        Disclosure withdrawn = ask();
        missing(() -> disclosures.withdraw(by(ciso), withdrawn.code()));
        disclosures.withdraw(by(dpo), withdrawn.code());
        fault(Fault.NOT_ASKED_ANY_MORE, () -> disclosures.give(by(ciso), withdrawn.code()));
        Disclosure left = ask();
        Instant late = left.askedAt().plus(Disclosure.WAITS);
        fault(Fault.NOT_ASKED_ANY_MORE, () -> at(late).give(by(ciso), left.code()));
        assertThat(state(left, late)).isEqualTo(State.LAPSED);
    }

    @Test
    void a_request_is_refused_with_all_that_is_wrong() {
        assertThatThrownBy(() -> disclosures.ask(
                        by(dpo),
                        new Wanted(
                                Ids.next(),
                                TODAY.minusDays(40),
                                TODAY,
                                Category.LEAK,
                                "court",
                                Optional.of("I-2026-999"),
                                8)))
                .isInstanceOfSatisfying(
                        Fault.Raised.class,
                        raised -> assertThat(raised.faults())
                                .containsExactlyInAnyOrder(
                                        Fault.PERSON_UNKNOWN,
                                        Fault.PERIOD_TOO_LONG,
                                        Fault.REASON_TOO_SHORT,
                                        Fault.INCIDENT_UNKNOWN,
                                        Fault.DAYS_INVALID));
        fault(
                Fault.PERIOD_INVALID,
                () -> disclosures.ask(
                        by(dpo),
                        new Wanted(durand.id(), TODAY, TODAY.plusDays(1), Category.LEAK, REASON, Optional.empty(), 1)));
        fault(Fault.OWN_TRACES, () -> disclosures.ask(by(dpo), wanted(dpo)));
        assertThatThrownBy(() -> disclosures.ask(by(other), wanted(durand))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> disclosures.ask(TestPeople.key(dpo), wanted(durand)))
                .isInstanceOf(ProblemException.class);
        people.disable(durand);
        fault(Fault.PERSON_UNKNOWN, this::ask);
        assertThat(disclosures.all()).isEmpty();
        assertThat(acts()).isEmpty();
    }

    @Test
    void whoever_could_not_be_told_is_not_read() {
        Disclosure asked = ask();
        people.disable(durand);
        fault(Fault.PERSON_GONE, () -> disclosures.give(by(ciso), asked.code()));
    }

    @Test
    void somebody_named_before_gives_the_second_key_where_one_holds_both_roles() {
        people.roles(ciso, Role.EMPLOYEE);
        people.roles(dpo, Role.DPO, Role.CISO);
        Person representative = people.add("Rep", Role.STAFF_REP);
        fault(Fault.NO_SECOND_KEY, this::ask);
        String decision = holders.name(
                        by(dpo), representative.id(), Capacity.STAFF_REP, "DPO et RSSI sont une personne.")
                .number();
        assertThat(holders.all())
                .singleElement()
                .satisfies(naming -> assertThat(naming.decision()).isEqualTo(decision));
        Disclosures later = at(Instant.now().plusSeconds(1));
        Disclosure asked = later.ask(by(dpo), wanted(durand));
        Person latecomer = people.add("Tard", Role.LEGAL);
        holders.name(by(dpo), latecomer.id(), Capacity.COUNSEL, "Pour la demande en cours.");
        missing(() -> later.give(by(latecomer), asked.code()));
        missing(() -> later.give(by(dpo), asked.code()));
        later.give(by(representative), asked.code());
        assertThat(later.read(by(representative), asked.code(), Disclosures.Form.PAGE))
                .isPresent();
        holders.end(
                by(dpo),
                holders.all().stream()
                        .filter(naming -> naming.person().equals(representative.id()))
                        .findFirst()
                        .orElseThrow()
                        .id(),
                "Le mandat est fini.");
        missing(() -> later.read(by(representative), asked.code(), Disclosures.Form.PAGE));
        assertThat(acts()).contains("key_holder.named", "key_holder.ended");
    }

    @Test
    void nobody_is_named_who_would_not_be_a_second_person() {
        Person representative = people.add("Rep", Role.STAFF_REP);
        fault(Fault.HOLDER_IS_SELF, () -> holders.name(by(dpo), dpo.id(), Capacity.COUNSEL, "m"));
        fault(Fault.HOLDER_NOT_OUTSIDE, () -> holders.name(by(dpo), ciso.id(), Capacity.COUNSEL, "m"));
        fault(Fault.HOLDER_NOT_STAFF_REP, () -> holders.name(by(dpo), other.id(), Capacity.STAFF_REP, "m"));
        fault(Fault.HOLDER_UNKNOWN, () -> holders.name(by(dpo), Ids.next(), Capacity.COUNSEL, "m"));
        fault(Fault.MOTIVE_MISSING, () -> holders.name(by(dpo), other.id(), Capacity.COUNSEL, " "));
        holders.name(by(dpo), representative.id(), Capacity.STAFF_REP, "m");
        fault(Fault.HOLDER_KNOWN, () -> holders.name(by(dpo), representative.id(), Capacity.STAFF_REP, "m"));
    }

    /** The database that dies between the record and the change leaves neither access without notice nor the reverse. */
    @Test
    void where_the_database_fails_nothing_is_half_done() {
        Disclosure asked = ask();
        owner.useHandle(handle -> handle.execute("""
                CREATE FUNCTION disclosure.die() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'gone'; END $$;
                CREATE TRIGGER die BEFORE UPDATE ON disclosure.request FOR EACH ROW EXECUTE FUNCTION disclosure.die();
                CREATE TRIGGER die BEFORE INSERT ON disclosure.reading FOR EACH ROW EXECUTE FUNCTION disclosure.die()
                """));
        assertThatThrownBy(() -> disclosures.give(by(ciso), asked.code())).isInstanceOf(JdbiException.class);
        assertThat(state(asked, NOON)).isEqualTo(State.ASKED);
        assertThat(disclosures.read(by(dpo), asked.code(), Disclosures.Form.PAGE))
                .isEmpty();
        assertThat(disclosures.toTell(durand.id())).isEmpty();
        assertThat(acts()).containsExactly("disclosure.asked", "disclosure.opened");
        owner.useHandle(handle -> handle.execute("DROP TRIGGER die ON disclosure.request"));
        disclosures.give(by(ciso), asked.code());
        assertThat(disclosures.toTell(durand.id())).hasSize(1);
        assertThatThrownBy(() -> disclosures.read(by(dpo), asked.code(), Disclosures.Form.PAGE))
                .isInstanceOf(JdbiException.class);
    }

    /** What the code forbids, the database forbids too. */
    @Test
    void the_database_takes_no_second_key_of_the_same_person() {
        Disclosure asked = ask();
        for (Person wrong : List.of(dpo, durand)) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                            "INSERT INTO disclosure.second_key VALUES (?, ?, 'ciso')", asked.id(), wrong.id())))
                    .isInstanceOf(JdbiException.class);
        }
        for (Person wrong : List.of(dpo, durand, other)) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                            "UPDATE disclosure.request SET answered_by = ?, answered_at = now(), given = true,"
                                    + " until = now() + interval '1 day'",
                            wrong.id())))
                    .isInstanceOf(JdbiException.class);
        }
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                        "UPDATE disclosure.request SET answered_by = ?, answered_at = now(), given = true,"
                                + " until = now() + interval '3 days'",
                        ciso.id())))
                .isInstanceOf(JdbiException.class);
    }
}
