package org.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.audit.AuditLog;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;
import org.vigie.kernel.DataClass;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.Store;
import org.vigie.store.TestDatabase;

/** Reports and their handling in a real database. */
class IncidentsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");

    @TempDir
    Path directory;

    private final Caller employee = caller(Role.EMPLOYEE);
    private final Caller officer = caller(Role.DPO);
    private Jdbi jdbi;
    private AuditLog audit;
    private Incidents incidents;

    @BeforeEach
    void start() throws Exception {
        DatabaseAccess access = TestDatabase.migratedAccess();
        jdbi = Store.jdbi(access);
        audit = AuditLog.start(
                jdbi, access, directory, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        incidents = at(NOON);
    }

    @AfterEach
    void stop() {
        audit.close();
    }

    private Incidents at(Instant now) {
        return new Incidents(jdbi, audit, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Caller caller(Role role) {
        return new Caller(
                UUID.randomUUID(),
                "a@example.org",
                "A",
                Set.of(role),
                Optional.empty(),
                new Caller.Credential.Session(UUID.randomUUID()));
    }

    private static Report leak() {
        return new Report(
                Kind.LEAK,
                "Un fichier est parti.",
                NOON.minusSeconds(600),
                Optional.empty(),
                "ATLAS",
                Optional.of(DataClass.C2));
    }

    private static Handling handling(Severity severity, boolean personal, String lessons) {
        return new Handling(
                Kind.LEAK,
                Optional.of(severity),
                NOON,
                personal,
                false,
                false,
                false,
                Optional.of(5),
                Optional.of(12),
                "interne/fake-small",
                "",
                "Une cause",
                "Une action",
                lessons);
    }

    private Incident find(String code) {
        return incidents.find(code).orElseThrow();
    }

    @Test
    void numbers_are_of_the_year_in_paris_and_without_gaps() {
        assertThat(incidents.report(employee, leak(), false)).isEqualTo("I-2026-001");
        assertThat(incidents.report(employee, leak(), true)).isEqualTo("I-2026-002");
        assertThat(at(Instant.parse("2026-12-31T23:30:00Z")).report(employee, leak(), false))
                .isEqualTo("I-2027-001");
    }

    @Test
    void whoever_reports_finds_it_again_and_nobody_else_does() {
        String code = incidents.report(employee, leak(), false);
        assertThat(incidents.of(employee.person())).extracting(Incident::code).containsExactly(code);
        assertThat(incidents.of(officer.person())).isEmpty();
        assertThat(find(code).report()).isEqualTo(leak());
    }

    @Test
    void nothing_leads_from_an_anonymous_report_to_its_author() {
        String code = incidents.report(employee, leak(), true);
        assertThat(incidents.of(employee.person())).isEmpty();
        assertThat(find(code).reporter()).isEmpty();
        assertThat(incidents.log(find(code)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.by()).isEmpty());
        String person = employee.person().toString();
        for (String table : new String[] {"incident.incident", "incident.entry", "audit.entry"}) {
            assertThat(rowsOf(table)).as(table).isNotEmpty().doesNotContain(person);
        }
    }

    private String rowsOf(String table) {
        return jdbi.withHandle(handle -> String.join(
                "\n",
                handle.createQuery("SELECT row_to_json(t)::text FROM " + table + " t")
                        .mapTo(String.class)
                        .list()));
    }

    @Test
    void an_exchange_must_be_ones_own() {
        Report other = new Report(Kind.LEAK, "x", NOON, Optional.of(UUID.randomUUID()), "", Optional.empty());
        assertThatThrownBy(() -> incidents.report(employee, other, false)).isInstanceOf(IllegalArgumentException.class);
        assertThat(incidents.all()).isEmpty();
    }

    @Test
    void the_clocks_run_from_detection_and_are_overdue_afterwards() {
        String code = incidents.report(employee, leak(), false);
        assertThat(find(code).notices()).isEmpty();
        assertThat(incidents.edit(officer, code, 1, handling(Severity.S2, true, "")))
                .isEmpty();

        Incident incident = find(code);

        assertThat(incident.notices())
                .extracting(Notice::kind, notice -> notice.due().orElseThrow())
                .containsExactly(
                        tuple(Notice.Kind.CNIL, NOON.plus(Duration.ofHours(72))),
                        tuple(Notice.Kind.CLIENT, NOON.plus(Duration.ofDays(5))));
        assertThat(incident.isOverdue(NOON.plus(Duration.ofHours(72)))).isFalse();
        assertThat(incident.isOverdue(NOON.plus(Duration.ofHours(72)).plusMillis(1)))
                .isTrue();
        incidents.settle(officer, code, Notice.Kind.CNIL, "n° 2026-1");
        assertThat(find(code).isOverdue(NOON.plus(Duration.ofHours(73)))).isFalse();
        assertThat(find(code).nextDue()).contains(NOON.plus(Duration.ofDays(5)));
    }

    @Test
    void each_step_asks_for_what_it_needs() {
        String code = incidents.report(employee, leak(), false);
        assertThat(incidents.move(officer, code, State.CLOSED, "")).contains(Obstacle.NOT_FROM_HERE);
        assertThat(incidents.move(officer, code, State.QUALIFIED, "")).contains(Obstacle.SEVERITY_MISSING);
        assertThat(incidents.move(officer, code, State.DISMISSED, " ")).contains(Obstacle.MOTIVE_MISSING);
        incidents.edit(officer, code, 1, handling(Severity.S2, true, ""));
        for (State next : new State[] {State.QUALIFIED, State.CONTAINED, State.ANALYSED, State.CORRECTED}) {
            assertThat(incidents.move(officer, code, next, "")).as(next.code()).isEmpty();
        }
        assertThat(incidents.move(officer, code, State.CLOSED, "")).contains(Obstacle.LESSONS_MISSING);
        incidents.edit(officer, code, find(code).version(), handling(Severity.S2, true, "Une leçon"));
        assertThat(incidents.move(officer, code, State.CLOSED, "")).contains(Obstacle.NOTICES_OPEN);
        incidents.settle(officer, code, Notice.Kind.CNIL, "n° 2026-1");
        incidents.settle(officer, code, Notice.Kind.CLIENT, "par téléphone");
        assertThat(incidents.move(officer, code, State.CLOSED, "")).isEmpty();
        assertThat(incidents.move(officer, code, State.QUALIFIED, "")).contains(Obstacle.MOTIVE_MISSING);
        assertThat(incidents.move(officer, code, State.QUALIFIED, "Il est revenu"))
                .isEmpty();
        assertThat(incidents.log(find(code)).getFirst())
                .extracting(LogEntry::act, LogEntry::about, LogEntry::text, LogEntry::by)
                .containsExactly(LogEntry.Act.MOVED, "qualified", "Il est revenu", Optional.of(officer.person()));
    }

    @Test
    void one_that_was_dismissed_unread_is_reopened_where_it_began() {
        String code = incidents.report(employee, leak(), false);
        assertThat(incidents.move(officer, code, State.DISMISSED, "Un essai")).isEmpty();
        assertThat(incidents.move(officer, code, State.QUALIFIED, "Non, pas un essai"))
                .isEmpty();
        assertThat(find(code).state()).isEqualTo(State.REPORTED);
    }

    @Test
    void of_two_who_write_at_once_the_second_is_told() {
        String code = incidents.report(employee, leak(), false);
        assertThat(incidents.edit(officer, code, 1, handling(Severity.S1, true, "")))
                .isEmpty();
        assertThat(incidents.edit(officer, code, 1, handling(Severity.S4, false, "")))
                .contains(Obstacle.CHANGED_MEANWHILE);
        assertThat(find(code).handling().severity()).contains(Severity.S1);
    }

    @Test
    void every_act_is_in_the_audit_with_who_did_it() {
        String code = incidents.report(employee, leak(), false);
        incidents.note(officer, code, "Appelé le client");
        assertThat(rowsOf("audit.entry"))
                .contains(
                        "incident.reported",
                        "incident.noted",
                        employee.person().toString(),
                        officer.person().toString())
                .doesNotContain("Appelé le client", "Un fichier est parti");
    }

    @Test
    void a_spreadsheet_takes_no_text_for_a_formula() {
        String code = incidents.report(
                employee,
                new Report(Kind.LEAK, "=HYPERLINK(\"x\")", NOON, Optional.empty(), "", Optional.empty()),
                true);
        String csv = IncidentCsv.of(incidents.all());
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains('"' + code + '"', "\"'=HYPERLINK(\"\"x\"\")\"", "\"yes\"");
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    @Test
    void whoever_must_be_told_presses_from_a_day_before_until_it_is_settled() {
        String code = incidents.report(employee, leak(), false);
        assertThat(at(NOON.plus(hours(500))).pressing()).isEmpty();
        // The authority within 72 hours, the client within five days.
        incidents.edit(officer, code, 1, handling(Severity.S1, true, ""));
        Incidents.Pressing authority = new Incidents.Pressing(code, Notice.Kind.CNIL, NOON.plus(hours(72)));
        Incidents.Pressing client = new Incidents.Pressing(code, Notice.Kind.CLIENT, NOON.plus(hours(120)));
        assertThat(at(NOON.plus(hours(48)).minusSeconds(1)).pressing()).isEmpty();
        assertThat(at(NOON.plus(hours(48))).pressing()).containsExactly(authority);
        assertThat(at(NOON.plus(hours(96)).minusSeconds(1)).pressing()).containsExactly(authority);
        assertThat(at(NOON.plus(hours(500))).pressing()).containsExactly(client, authority);
        incidents.settle(officer, code, Notice.Kind.CNIL, "Déclaration 12");
        assertThat(at(NOON.plus(hours(500))).pressing()).containsExactly(client);
    }

    @Test
    void what_is_over_presses_nobody_and_what_can_still_be_met_comes_first() {
        String late = incidents.report(employee, leak(), false);
        String dismissed = incidents.report(employee, leak(), false);
        for (String code : new String[] {late, dismissed}) {
            incidents.edit(officer, code, 1, handling(Severity.S3, true, ""));
        }
        incidents.move(officer, dismissed, State.DISMISSED, "Un essai");
        Incidents later = at(NOON.plus(hours(100)));
        assertThat(later.pressing())
                .extracting(Incidents.Pressing::incident, Incidents.Pressing::kind)
                .containsExactly(tuple(late, Notice.Kind.CLIENT), tuple(late, Notice.Kind.CNIL));
        incidents.move(officer, dismissed, State.QUALIFIED, "Non");
        assertThat(later.pressing())
                .extracting(Incidents.Pressing::kind)
                .containsExactly(Notice.Kind.CLIENT, Notice.Kind.CLIENT, Notice.Kind.CNIL, Notice.Kind.CNIL);
    }
}
