package org.vigie.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.audit.AuditLog;
import org.vigie.catalog.Catalog;
import org.vigie.charter.Charter.Publication;
import org.vigie.configuration.ConfigurationFile;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Ask;
import org.vigie.policy.Decisions;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Policy;
import org.vigie.policy.PolicyEffect;
import org.vigie.policy.PolicySnapshots;
import org.vigie.policy.Ruling;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.Store;
import org.vigie.store.TestDatabase;

/** The charter in a real database, judged by the real policy: « far » is outside, « near » an internal model. */
class CharterTest {
    private static final Quiz.Score PASSED = new Quiz.Score(4, 5);
    private static final Duration MONTH = Duration.ofDays(30);

    private static final Draft.Opinion OPINION =
            new Draft.Opinion(Draft.Opinion.Kind.RESERVED, LocalDate.of(2026, 11, 3), "Sous réserve d’un bilan.");

    @TempDir
    Path directory;

    private final Caller dpo = caller(Role.DPO);
    private final Caller approver = caller(Role.COMMITTEE);
    private final Caller employee = caller(Role.EMPLOYEE);
    private Jdbi jdbi;
    private AuditLog audit;
    private PolicySnapshots snapshots;
    private Policy policy;
    private Charter charter;

    @BeforeEach
    void start() throws Exception {
        DatabaseAccess access = TestDatabase.migratedAccess();
        jdbi = Store.jdbi(access);
        Path file = Files.writeString(directory.resolve("vigie.yaml"), """
                providers:
                  - {id: in, kind: openai, zone: internal, maxDataClass: C2, baseUrl: "http://127.0.0.1:1", models: [{id: m}]}
                  - {id: out, kind: openai, zone: outside-eu, maxDataClass: C2, baseUrl: "http://127.0.0.1:1", models: [{id: m}]}
                routes: [{model: near, targets: [in/m]}, {model: far, targets: [out/m]}]
                """);
        Catalog catalog = new Catalog(ConfigurationFile.load(file, true, Map.of()));
        audit = AuditLog.start(
                jdbi,
                access,
                directory.resolve("audit"),
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        snapshots = new PolicySnapshots(jdbi, catalog, TestDatabase.listener(access));
        policy = new Policy(catalog, snapshots);
        charter = new Charter(jdbi, audit, new Decisions(jdbi, audit, snapshots), java.time.Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        snapshots.close();
        audit.close();
    }

    private static Caller caller(Role role) {
        return new Caller(
                Ids.next(),
                "a@example.org",
                "A",
                Set.of(role),
                Optional.empty(),
                new Caller.Credential.Session(UUID.randomUUID()));
    }

    private String publish(boolean major, Duration grace) {
        approve(false);
        return charter.publish(dpo, publication(major, grace)).number();
    }

    private Publication publication(boolean major, Duration grace) {
        return new Publication(
                charter.draft().revision(), major, grace, Set.of(-7, 1), Allowance.LEAST, "Avis du comité");
    }

    private void approve(boolean sanctions) {
        charter.submit(dpo, charter.draft().revision(), sanctions);
        if (sanctions) charter.opine(dpo, charter.draft().revision(), OPINION);
        charter.approve(approver, charter.draft().revision(), "");
    }

    private void edit(String addition) {
        Draft draft = charter.draft();
        CharterText text = draft.text();
        charter.keep(
                dpo,
                draft.revision(),
                new CharterText(
                        text.title(),
                        text.articles() + "\n\n" + addition,
                        text.advice(),
                        text.statement(),
                        text.questions()));
    }

    private void sign(Caller person) {
        String read = charter.current().orElseThrow().fingerprint(Audience.BUSINESS);
        charter.sign(person, Audience.BUSINESS, read, PASSED, Signature.Method.SESSION, "192.0.2.0");
    }

    /** By what « far » is refused to somebody at a moment; empty where it is not. */
    private Optional<Problem.Refusal> refusal(Caller person, Instant at) {
        Ruling ruling = policy.ruling(policy.snapshot(), person, Ask.PLAIN, at);
        try {
            ruling.admit("far");
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of((Problem.Refusal) refused.problem());
        }
    }

    private Optional<PolicyEffect> awaited(Caller person) {
        return policy.ruling(person, Ask.PLAIN).awaited();
    }

    @Test
    void before_anything_is_published_nobody_has_to_sign_the_model() {
        assertThat(charter.current()).isEmpty();
        assertThat(charter.draft()).isEqualTo(Draft.unkept(CharterModel.SHIPPED.text()));
        assertThat(refusal(employee, Instant.now())).isEmpty();
        assertThat(awaited(employee)).isEmpty();
    }

    @Test
    void what_stays_allowed_without_a_signature_is_decided_with_the_version() {
        approve(false);
        Allowance farther = Allowance.of("C1", "outside-eu").orElseThrow();
        charter.publish(
                dpo,
                new Publication(charter.draft().revision(), true, Duration.ZERO, Set.of(), farther, "Avis du comité"));
        assertThat(awaited(employee).orElseThrow().rule().value())
                .isEqualTo("CHARTE-IAG-1 C1 internal eu-sovereign eu-extraterritorial outside-eu");
        assertThat(refusal(employee, Instant.now())).isEmpty();
        assertThat(charter.current().orElseThrow().allowance()).isEqualTo(farther);
        assertThat(Allowance.of("C3", "internal")).isEmpty();
        assertThat(Allowance.of("C0", "moon")).isEmpty();
    }

    @Test
    void without_days_of_grace_an_unsigned_person_is_refused_by_the_decision_until_they_sign() {
        String decision = publish(true, Duration.ZERO);
        assertThat(decision).startsWith("D-");
        assertThat(refusal(employee, Instant.now())).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Problem.Refusal.Reason.CHARTER_UNSIGNED);
            assertThat(refusal.subject()).isEqualTo("CHARTE-IAG-1");
            assertThat(refusal.decision()).isEqualTo(decision);
        });
        sign(employee);
        assertThat(refusal(employee, Instant.now())).isEmpty();
        assertThat(refusal(dpo, Instant.now())).isPresent();
        assertThat(awaited(employee)).isEmpty();
        assertThat(snapshots
                        .current()
                        .effects()
                        .filter(effect -> effect.scope().equals(EffectScope.person(employee.person()))))
                .extracting(PolicyEffect::decision, PolicyEffect::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(decision, "signature:CHARTE-IAG:" + employee.person()));
    }

    @Test
    void grace_ends_to_the_second() {
        Instant before = Instant.now();
        publish(true, MONTH);
        assertThat(awaited(employee).orElseThrow().validity().daysUntil(Instant.now()))
                .isEqualTo(30);
        assertThat(refusal(employee, before.plus(MONTH).minusSeconds(1))).isEmpty();
        assertThat(refusal(employee, Instant.now().plus(MONTH).plusSeconds(1))).isPresent();
    }

    @Test
    void a_signature_keeps_what_was_read_when_and_how() throws Exception {
        publish(true, MONTH);
        Published version = charter.current().orElseThrow();
        sign(employee);
        Signature signature = charter.signature(employee.person()).orElseThrow();
        String text = version.asRead(Audience.BUSINESS);
        assertThat(text)
                .contains("16. Qui tient cette charte", "Coller un document client dans un outil public")
                .contains(version.decision())
                .doesNotContain("Noter des personnes", "{");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(signature.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(signature.version()).isEqualTo(new VersionNumber(1, 0));
        assertThat(signature.score()).isEqualTo(PASSED);
        assertThat(signature.network()).isEqualTo("192.0.2.0");
        assertThat(signature.at()).isAfterOrEqualTo(version.at());
        sign(employee);
        assertThat(charter.signatures()).containsExactly(signature);
    }

    @Test
    void a_minor_version_leaves_signatures_and_the_day_as_they_are() {
        String first = publish(true, Duration.ZERO);
        sign(employee);
        edit("## Et aussi\n\nUne précision.");
        publish(false, MONTH);
        assertThat(charter.current().orElseThrow().number()).isEqualTo(new VersionNumber(1, 1));
        assertThat(refusal(employee, Instant.now())).isEmpty();
        assertThat(refusal(caller(Role.EMPLOYEE), Instant.now()))
                .hasValueSatisfying(refusal -> assertThat(refusal.decision()).isEqualTo(first));
        assertThat(charter.signatures()).hasSize(1);
        assertThat(charter.versions())
                .extracting(version -> version.number() + " " + version.state().code())
                .containsExactly("1.1 published", "1.0 replaced");
    }

    @Test
    void a_major_version_asks_again_and_until_then_the_one_before_still_does() {
        publish(true, Duration.ZERO);
        sign(employee);
        edit("## Et aussi\n\nUne règle nouvelle.");
        publish(true, MONTH);
        Caller newcomer = caller(Role.EMPLOYEE);
        Instant later = Instant.now().plus(MONTH).plusSeconds(1);
        assertThat(refusal(employee, Instant.now())).isEmpty();
        assertThat(refusal(employee, later))
                .hasValueSatisfying(refusal -> assertThat(refusal.subject()).isEqualTo("CHARTE-IAG-2"));
        assertThat(refusal(newcomer, Instant.now()))
                .hasValueSatisfying(refusal -> assertThat(refusal.subject()).isEqualTo("CHARTE-IAG-1"));
        assertThat(awaited(employee).orElseThrow().rule().value()).startsWith("CHARTE-IAG-2 ");
        sign(newcomer);
        assertThat(refusal(newcomer, Instant.now())).isEmpty();
        assertThat(refusal(newcomer, later)).isEmpty();
        assertThat(charter.signatures()).extracting(Signature::person).containsExactly(newcomer.person());
    }

    @Test
    void a_withdrawal_ends_what_was_asked() {
        publish(true, Duration.ZERO);
        assertThat(refusal(employee, Instant.now())).isPresent();
        charter.withdraw(dpo, "Annulée par le comité");
        assertThat(refusal(employee, Instant.now())).isEmpty();
        assertThat(charter.current()).isEmpty();
        assertThat(charter.versions().getFirst().state()).isEqualTo(Published.State.WITHDRAWN);
        fault(CharterFault.NOTHING_IN_FORCE, () -> charter.withdraw(dpo, ""));
        edit("## Et aussi\n\nUne précision.");
        publish(true, MONTH);
        assertThat(charter.current().orElseThrow().number()).isEqualTo(new VersionNumber(2, 0));
        assertThat(refusal(employee, Instant.now())).isEmpty();
    }

    @Test
    void what_was_not_seen_is_neither_kept_nor_published_nor_signed() {
        edit("## Et aussi\n\nUne règle.");
        CharterText mine = charter.draft().text();
        charter.keep(dpo, 1, mine);
        fault(CharterFault.STALE, () -> charter.keep(dpo, 1, mine));
        fault(CharterFault.STALE, () -> charter.submit(dpo, 1, false));
        publish(true, MONTH);
        fault(CharterFault.NOTHING_TO_PUBLISH, () -> charter.submit(dpo, 0, false));
        String old = charter.current().orElseThrow().fingerprint(Audience.SUPPORT);
        edit("## Encore\n\nUne règle.");
        publish(false, MONTH);
        fault(
                CharterFault.OTHER_TEXT,
                () -> charter.sign(employee, Audience.SUPPORT, old, PASSED, Signature.Method.SESSION, "192.0.2.0"));
        assertThat(charter.signature(employee.person())).isEmpty();
        assertThatThrownBy(() -> charter.sign(
                        employee,
                        Audience.SUPPORT,
                        charter.current().orElseThrow().fingerprint(Audience.SUPPORT),
                        new Quiz.Score(3, 5),
                        Signature.Method.SESSION,
                        ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_approves_what_they_wrote_and_nothing_is_published_without_an_approval() {
        fault(CharterFault.NOT_READY, () -> charter.publish(dpo, publication(true, MONTH)));
        edit("## Et aussi\n\nUne règle.");
        Caller second = caller(Role.LEGAL);
        charter.keep(second, 1, charter.draft().text());
        fault(CharterFault.NOT_READY, () -> charter.approve(approver, 2, ""));
        charter.submit(dpo, 2, false);
        fault(CharterFault.STALE, () -> charter.keep(dpo, 3, charter.draft().text()));
        fault(CharterFault.NOT_READY, () -> charter.publish(dpo, publication(true, MONTH)));
        fault(CharterFault.OWN_TEXT, () -> charter.approve(dpo, 3, ""));
        fault(CharterFault.OWN_TEXT, () -> charter.approve(second, 3, ""));
        assertThat(charter.draft().authors()).containsExactlyInAnyOrder(dpo.person(), second.person());
        long before = snapshots.current().number();
        String approval = charter.approve(approver, 3, "Conforme").number();
        assertThat(charter.draft().approval()).hasValue(approval);
        assertThat(snapshots.current().number())
                .as("an approval changes nothing")
                .isEqualTo(before);
        assertThat(refusal(employee, Instant.now())).isEmpty();
        charter.publish(dpo, publication(true, Duration.ZERO));
        assertThat(refusal(employee, Instant.now())).isPresent();
    }

    @Test
    void obligations_with_sanctions_wait_for_the_staff_representatives() {
        charter.submit(dpo, 0, true);
        fault(CharterFault.NOT_READY, () -> charter.approve(approver, 2, ""));
        charter.opine(caller(Role.STAFF_REP), 2, OPINION);
        assertThat(charter.draft().opinion()).hasValue(OPINION);
        assertThat(charter.draft().state()).isEqualTo(Draft.State.STAFF_OPINION);
        charter.approve(approver, 3, "");
        assertThat(charter.draft().isApproved()).isTrue();
    }

    @Test
    void what_is_sent_back_is_written_on_and_approved_anew() {
        approve(true);
        charter.sendBack(approver, charter.draft().revision(), "L’article 3 est ambigu.");
        Draft back = charter.draft();
        assertThat(back.isWritable()).isTrue();
        assertThat(back.remark()).isEqualTo("L’article 3 est ambigu.");
        assertThat(back.opinion()).isEmpty();
        assertThat(back.approval()).isEmpty();
        fault(CharterFault.NOT_READY, () -> charter.opine(dpo, back.revision(), OPINION));
        publish(true, MONTH);
        assertThat(charter.current()).isPresent();
    }

    @Test
    void the_sentence_and_the_quiz_are_those_of_the_version() {
        publish(true, MONTH);
        Published first = charter.current().orElseThrow();
        String read = first.fingerprint(Audience.BUSINESS);
        Draft draft = charter.draft();
        CharterText text = draft.text();
        charter.keep(
                dpo,
                draft.revision(),
                new CharterText(
                        text.title(),
                        text.articles(),
                        text.advice(),
                        "Je m’y tiens, version {version}.",
                        "## Un ou deux ? (article 1)\n- un\n+ deux\nPlus que un."));
        publish(false, MONTH);
        Published second = charter.current().orElseThrow();
        assertThat(second.asRead(Audience.BUSINESS)).endsWith("Je m’y tiens, version 1.1.\n");
        assertThat(second.text().quiz().questions()).singleElement().satisfies(question -> {
            assertThat(question.right()).isEqualTo(1);
            assertThat(question.article()).isEqualTo(1);
        });
        assertThat(charter.find(first.number()).orElseThrow().fingerprint(Audience.BUSINESS))
                .isEqualTo(read);
        assertThat(first.text().quiz().questions()).hasSize(5);
    }

    @Test
    void whoever_has_not_signed_is_reminded_from_each_of_the_days_until_they_put_it_off() {
        publish(true, Duration.ofDays(8));
        assertThat(charter.reminder(employee)).as("before the first day").isEmpty();
        edit("## Et aussi\n\nUne règle.");
        publish(true, Duration.ofDays(7));
        Charter.Reminder due = charter.reminder(employee).orElseThrow();
        assertThat(due.day()).isEqualTo(-7);
        assertThat(charter.reminder(employee)).as("again on the next page").isPresent();
        assertThat(charter.reminded()).containsOnlyKeys(employee.person());
        charter.putOff(employee, due.major(), due.day());
        String newestAct = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT body FROM audit.entry WHERE kind = 'act' ORDER BY seq DESC LIMIT 1")
                .mapTo(String.class)
                .one());
        assertThat(newestAct).contains("\"charter.reminder_put_off\"");
        assertThat(charter.reminder(employee)).isEmpty();
        assertThat(charter.reminder(dpo)).isPresent();
        edit("## Encore\n\nUne règle.");
        publish(true, Duration.ZERO);
        Published current = charter.current().orElseThrow();
        assertThat(current.reminderAt(current.askedFrom())).hasValue(-7);
        assertThat(current.reminderAt(current.askedFrom().plus(Duration.ofDays(1))))
                .hasValue(1);
        sign(employee);
        assertThat(charter.reminder(employee)).isEmpty();
    }

    private static void fault(CharterFault expected, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        CharterFault.Raised.class,
                        raised -> assertThat(raised.fault()).isEqualTo(expected));
    }
}
