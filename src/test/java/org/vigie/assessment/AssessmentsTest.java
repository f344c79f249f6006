package org.vigie.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.parsers.JsonParser;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.assessment.Assessment.Standing;
import org.vigie.assessment.Assessments.Judgement;
import org.vigie.assessment.ProviderFile.ModelFacts;
import org.vigie.audit.AuditLog;
import org.vigie.catalog.Catalog;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Exposure;
import org.vigie.kernel.Problem.Refusal;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Wording;
import org.vigie.policy.Ask;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Policy;
import org.vigie.policy.PolicyEffect;
import org.vigie.policy.PolicyFixture;
import org.vigie.policy.PolicySnapshots;
import org.vigie.policy.Rule;
import org.vigie.policy.Ruling;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.Store;
import org.vigie.store.TestDatabase;
import org.vigie.traffic.Traffic.TargetUse;

/** Providers' files and decisions in a real database, and what the policy makes of them at each moment. */
class AssessmentsTest {
    private static final Exposure INTERNAL = new Exposure(DataClass.C1, DataClass.C1, Set.of(), Set.of());
    private static final Exposure PUBLIC = new Exposure(DataClass.C0, DataClass.C0, Set.of(), Set.of());

    @TempDir
    Path directory;

    private final Caller buyer = new Caller(
            UUID.randomUUID(),
            "a@example.org",
            "A",
            Set.of(Role.PROCUREMENT),
            Optional.empty(),
            new Caller.Credential.Session(UUID.randomUUID()));

    private Jdbi jdbi;
    private AuditLog audit;
    private PolicySnapshots snapshots;
    private Policy policy;
    private Catalog catalog;
    private Assessments assessments;
    private LocalDate today;

    @BeforeEach
    void start() throws Exception {
        DatabaseAccess access = TestDatabase.migratedAccess();
        jdbi = Store.jdbi(access);
        audit = AuditLog.start(
                jdbi,
                access,
                directory.resolve("audit"),
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        catalog = PolicyFixture.catalog(directory);
        snapshots = PolicyFixture.snapshots(jdbi, catalog);
        policy = new Policy(catalog, snapshots);
        assessments = at(Clock.systemUTC());
        today = assessments.today();
    }

    private Assessments at(Clock clock) {
        return new Assessments(
                catalog,
                policy,
                new Decisions(jdbi, audit, snapshots),
                audit,
                jdbi,
                () -> List.of(buyer.person()),
                clock);
    }

    @AfterEach
    void stop() {
        snapshots.close();
        audit.close();
    }

    private DecisionRecord decide(String provider, String answers, Optional<Cap> cap, LocalDate through) {
        return assessments.decide(
                buyer,
                provider,
                new Judgement(QuestionnaireTest.best(answers), cap, "", through, "Relu par le juridique."));
    }

    private Ruling ruling(Instant at) {
        return policy.ruling(snapshots.current(), buyer, Ask.PLAIN, at);
    }

    private void send(String model, Exposure exposure, Instant at) {
        Ruling ruling = ruling(at);
        ruling.choose(ruling.admit(model), exposure);
    }

    private void assertRefused(String model, Exposure exposure, Instant at, DecisionRecord because) {
        assertThatThrownBy(() -> send(model, exposure, at))
                .asInstanceOf(type(ProblemException.class))
                .extracting(ProblemException::problem)
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::decision)
                .isEqualTo(because.number());
    }

    @Test
    void a_provider_that_nobody_assessed_stays_as_the_configuration_says() {
        assertThat(assessments.all()).extracting(Assessments.Known::standing).containsOnly(Standing.UNASSESSED);
        send("monde", INTERNAL, Instant.now());
    }

    @Test
    void an_approval_caps_what_it_gets_and_closes_it_after_its_last_day() {
        DecisionRecord decision = decide("us", "", Optional.of(Cap.C0), today.plusDays(10));
        Instant end = today.plusDays(11).atStartOfDay(Assessment.ZONE).toInstant();
        Instant now = Instant.now();
        send("monde", PUBLIC, now);
        assertRefused("monde", INTERNAL, now, decision);
        send("monde", PUBLIC, end.minusMillis(1));
        assertRefused("monde", PUBLIC, end, decision);
        send("interne", INTERNAL, end);
        assertThat(assessments.find("us").standing()).isEqualTo(Standing.TO_RENEW);
        assertThat(at(Clock.offset(Clock.systemUTC(), Duration.ofDays(12)))
                        .find("us")
                        .standing())
                .isEqualTo(Standing.EXPIRED);
    }

    @Test
    void a_refusal_closes_it_at_once_and_a_later_approval_opens_it_again() {
        DecisionRecord refused = decide("us", "F7=research", Optional.empty(), today);
        assertRefused("monde", PUBLIC, Instant.now(), refused);
        // The route over all four goes on with the others.
        send("tous", INTERNAL, Instant.now());
        decide("us", "", Optional.of(Cap.C1), today.plusMonths(12));
        send("monde", INTERNAL, Instant.now());
        assertThat(assessments.find("us").assessments()).hasSize(2);
    }

    @Test
    void confidential_content_that_is_masked_goes_only_where_it_was_approved() {
        Exposure masked = new Exposure(DataClass.C2, DataClass.C1, Set.of(), Set.of());
        Exposure secret = new Exposure(DataClass.C3, DataClass.C1, Set.of(), Set.of());
        send("monde", masked, Instant.now());
        DecisionRecord internal = decide("us", "", Optional.of(Cap.C1), today.plusMonths(12));
        assertRefused("monde", masked, Instant.now(), internal);
        send("monde", INTERNAL, Instant.now());
        decide("us", "", Optional.of(Cap.C2_MASKED), today.plusMonths(12));
        send("monde", masked, Instant.now());
        assertThatThrownBy(() -> send("monde", secret, Instant.now())).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_wide_cap_does_not_widen_the_configuration() {
        decide("us", "", Optional.of(Cap.C3), today.plusMonths(12));
        Exposure confidential = new Exposure(DataClass.C2, DataClass.C2, Set.of(), Set.of());
        assertThatThrownBy(() -> send("monde", confidential, Instant.now())).isInstanceOf(ProblemException.class);
    }

    @Test
    void nobody_decides_more_than_the_answers_allow() {
        assertThatThrownBy(() -> decide("us", "F3=possible", Optional.of(Cap.C1), today.plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> decide("us", "F7=research", Optional.of(Cap.C0), today.plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> decide(
                        "us", "", Optional.of(Cap.C0), today.plusMonths(12).plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> decide("us", "", Optional.of(Cap.C0), today.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(assessments.find("us").assessments()).isEmpty();
    }

    private static ProviderFile file(String provider, String hash, String certifications, int version) {
        return new ProviderFile(
                provider,
                "Exemple SAS",
                "Exemple Inc.",
                "États-Unis",
                "Paris",
                "CLOUD Act",
                Optional.empty(),
                "excluded",
                Optional.of(30),
                certifications,
                "Sous ; Irlande ; ia",
                "99,9 %",
                "https://example.org/etat",
                Optional.of(90),
                "ici/m",
                Optional.of(LocalDate.parse("2026-03-01")),
                "PUE 1,2",
                "https://example.org/conditions",
                hash,
                Optional.empty(),
                Map.of(
                        "m",
                        new ModelFacts(
                                "Apache-2.0",
                                "https://example.org/carte",
                                Optional.empty(),
                                "open",
                                "b".repeat(64),
                                "no",
                                "https://example.org/donnees")),
                version);
    }

    @Test
    void other_terms_or_a_lapsed_certification_reopen_it() {
        String before = "a".repeat(64);
        assertThat(assessments.write(buyer, file("us", before, "ISO 27001 ; FR-1 ; 2099-01-01", 0)))
                .isTrue();
        decide("us", "", Optional.of(Cap.C1), today.plusMonths(12));
        assertThat(assessments.find("us").standing()).isEqualTo(Standing.APPROVED);
        assertThat(assessments.write(buyer, file("us", "b".repeat(64), "", 1))).isTrue();
        assertThat(assessments.find("us").standing()).isEqualTo(Standing.TO_RENEW);
        assertThat(assessments.write(buyer, file("us", before, "ISO 27001 ; FR-1 ; 2020-01-01", 2)))
                .isTrue();
        assertThat(assessments.find("us").standing()).isEqualTo(Standing.TO_RENEW);
    }

    private Assessments later(int days) {
        return at(Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));
    }

    private static Instant after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Assessment.ZONE).toInstant();
    }

    @Test
    void other_terms_close_it_after_a_month_unless_it_is_decided_again() {
        assessments.write(buyer, file("us", "a".repeat(64), "", 0));
        DecisionRecord approved = decide("us", "", Optional.of(Cap.C1), today.plusMonths(12));
        assertThat(ruling(Instant.now()).banners()).isEmpty();
        assessments.write(buyer, file("us", "b".repeat(64), "", 1));
        assessments.review();

        assertThat(assessments.find("us").reopenings())
                .singleElement()
                .satisfies(one -> assertThat(one.cause()).isEqualTo(Reopening.Cause.TERMS));
        assertThat(assessments.find("us").lastDay()).contains(today.plusDays(30));
        Instant end = after(today.plusDays(30));
        send("monde", INTERNAL, end.minusMillis(1));
        assertRefused("monde", INTERNAL, end, approved);
        assertThat(later(31).find("us").standing()).isEqualTo(Standing.EXPIRED);
        assertThat(ruling(Instant.now()).banners())
                .singleElement()
                .satisfies(told -> assertThat(told.english()).contains("its terms have changed"));

        decide("us", "", Optional.of(Cap.C1), today.plusMonths(12));
        send("monde", INTERNAL, end);
        assertThat(assessments.find("us").standing()).isEqualTo(Standing.APPROVED);
        assertThat(ruling(Instant.now()).banners()).isEmpty();
    }

    @Test
    void a_certification_that_runs_out_closes_it_a_month_later() {
        assessments.write(buyer, file("us", "", "ISO 27001 ; FR-1 ; " + today.plusDays(5), 0));
        DecisionRecord approved = decide("us", "", Optional.of(Cap.C1), today.plusMonths(12));
        later(5).review();
        assertThat(assessments.find("us").reopenings()).isEmpty();
        later(6).review();
        later(7).review();
        assertThat(assessments.find("us").reopenings())
                .singleElement()
                .satisfies(one -> assertThat(one.about()).isEqualTo("ISO 27001"));
        assertRefused("monde", INTERNAL, after(today.plusDays(36)), approved);
        send("monde", INTERNAL, after(today.plusDays(35)));
    }

    @Test
    void near_its_end_it_is_said_and_ends_on_its_day() {
        decide("us", "", Optional.of(Cap.C1), today.plusDays(100));
        later(39).review();
        assertThat(assessments.find("us").reopenings()).isEmpty();
        later(40).review();
        assertThat(assessments.find("us").reopenings())
                .singleElement()
                .satisfies(one -> assertThat(one.cause()).isEqualTo(Reopening.Cause.EXPIRY));
        assertThat(assessments.find("us").lastDay()).contains(today.plusDays(100));
        assertThat(ruling(Instant.now()).banners()).hasSize(1);
    }

    @Test
    void the_kill_switch_on_one_of_its_models_reopens_it() {
        decide("us", "", Optional.of(Cap.C1), today.plusMonths(12));
        Decisions decisions = new Decisions(jdbi, audit, snapshots);
        DecisionRecord stopped = decisions.enact(
                new Decisions.Wanted(buyer, "incident.stopped", "incident:I-2026-001", "Fuite", ""),
                _ -> List.of(new PolicyEffect.Draft(
                        EffectScope.model("us/m"), new Rule.Suspend(), new Wording("Fuite.", "Leak."))));
        assessments.review();
        assertThat(assessments.find("us").reopenings())
                .singleElement()
                .satisfies(one -> assertThat(one.about()).isEqualTo(stopped.number()));
        assertThat(assessments.find("us").standing()).isEqualTo(Standing.TO_RENEW);
        decide("us", "", Optional.of(Cap.C1), today.plusMonths(12));
        assessments.review();
        assertThat(assessments.find("us").reopenings()).isEmpty();
    }

    @Test
    void answers_are_kept_until_they_are_decided() {
        assertThat(assessments.draft(buyer, "us")).isEmpty();
        assessments.keepDraft(buyer, "us", Map.of("F1", List.of("internal"), "motive", List.of("Relu")));
        assessments.keepDraft(buyer, "us", Map.of("F1", List.of("internal"), "motive", List.of("Relu deux fois")));
        assertThat(assessments.draft(buyer, "us"))
                .contains(Map.of("F1", List.of("internal"), "motive", List.of("Relu deux fois")));
        assertThat(assessments.draft(buyer, "ue")).isEmpty();
        decide("us", "", Optional.of(Cap.C1), today.plusMonths(12));
        assertThat(assessments.draft(buyer, "us")).isEmpty();
    }

    @Test
    void of_two_who_write_at_once_the_second_is_told() {
        assertThat(assessments.write(buyer, file("us", "", "", 0))).isTrue();
        assertThat(assessments.write(buyer, file("us", "", "autre", 0))).isFalse();
        assertThat(assessments.find("us").file().certifications()).isEmpty();
        assertThat(assessments.find("us").file()).isEqualTo(file("us", "", "", 1));
    }

    @Test
    void the_share_of_each_provider_is_of_all_that_was_sent() {
        List<Dependency> shares = Dependency.of(
                assessments.all(),
                List.of(new TargetUse("us/m/x", 3, 300, 9_000), new TargetUse("ici/m", 1, 100, 1_000)));
        assertThat(shares)
                .extracting(share -> share.known().provider().id(), Dependency::tokenPercent, Dependency::costPercent)
                .contains(
                        org.assertj.core.api.Assertions.tuple("us", 75, 90),
                        org.assertj.core.api.Assertions.tuple("ici", 25, 10),
                        org.assertj.core.api.Assertions.tuple("ue", 0, 0));
        assertThat(shares.getFirst().known().provider().id()).isEqualTo("us");
    }

    @Test
    void the_bill_of_models_names_each_with_its_provider_and_its_decision() {
        assessments.write(buyer, file("us", "", "", 0));
        DecisionRecord decision = decide("us", "", Optional.of(Cap.C1), today.plusMonths(12));
        JsonObject bom = new JsonObject(MlBom.of(assessments.all(), new UUID(1, 2), Instant.EPOCH));
        assertThat(bom.getString("specVersion")).isEqualTo("1.6");
        assertThat(bom.getJsonArray("components")).hasSize(4);
        JsonObject model = bom.getJsonArray("components").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("bom-ref").equals("us/m"))
                .findFirst()
                .orElseThrow();
        assertThat(model.getString("type")).isEqualTo("machine-learning-model");
        assertThat(model.getJsonObject("supplier").getString("name")).isEqualTo("Exemple SAS");
        assertThat(model.encode())
                .contains(decision.number(), "Apache-2.0", "CLOUD Act", "sub-supplier-with-ai", "model-card");
    }

    @Test
    void the_bill_of_models_is_one_by_the_published_schema() throws Exception {
        assertThat(faults(MlBom.of(assessments.all(), new UUID(1, 2), Instant.EPOCH)))
                .isEmpty();
        assessments.write(buyer, file("us", "", "", 0));
        decide("us", "", Optional.of(Cap.C1), today.plusMonths(12));
        String bom =
                MlBom.of(assessments.all(), UUID.fromString("01938a7c-5d2e-7b31-9c44-0a1b2c3d4e5f"), Instant.now());
        assertThat(faults(bom)).isEmpty();
        assertThat(faults(bom.replace("machine-learning-model", "model"))).isNotEmpty();
        assertThat(faults(bom.replace("\"model-card\"", "\"card\""))).isNotEmpty();
    }

    /** What the strict schema of CycloneDX 1.6 finds fault with. */
    private static List<ParseException> faults(String bom) throws IOException {
        return new JsonParser().validate(bom.getBytes(StandardCharsets.UTF_8), Version.VERSION_16);
    }
}
