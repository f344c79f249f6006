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

    @TempDir
    Path directory;

    private final Caller dpo = caller(Role.DPO);
    private final Caller employee = caller(Role.EMPLOYEE);
    private AuditLog audit;
    private PolicySnapshots snapshots;
    private Policy policy;
    private Charter charter;

    @BeforeEach
    void start() throws Exception {
        DatabaseAccess access = TestDatabase.migratedAccess();
        Jdbi jdbi = Store.jdbi(access);
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
        charter = new Charter(jdbi, audit, new Decisions(jdbi, audit, snapshots));
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
        return charter.publish(dpo, new Publication(charter.draft().revision(), major, grace, "Avis du comité"))
                .number();
    }

    private void edit(String addition) {
        Draft draft = charter.draft();
        CharterText text = draft.text();
        charter.keep(
                dpo,
                draft.revision(),
                new CharterText(text.title(), text.articles() + "\n\n" + addition, text.advice()));
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
        assertThat(charter.draft()).isEqualTo(new Draft(0, CharterModel.SHIPPED.text()));
        assertThat(refusal(employee, Instant.now())).isEmpty();
        assertThat(awaited(employee)).isEmpty();
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
        fault(CharterFault.STALE, () -> charter.publish(dpo, new Publication(1, true, MONTH, "")));
        publish(true, MONTH);
        fault(CharterFault.NOTHING_TO_PUBLISH, () -> charter.publish(dpo, new Publication(0, true, MONTH, "")));
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

    private static void fault(CharterFault expected, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        CharterFault.Raised.class,
                        raised -> assertThat(raised.fault()).isEqualTo(expected));
    }
}
