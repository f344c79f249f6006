package org.vigie.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.policy.PolicySamples.*;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.identity.ApiKey;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Exposure;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.Problem.Refusal;
import org.vigie.kernel.Problem.Refusal.Reason;
import org.vigie.kernel.ProblemException;

/** Each kind of effect alone, as somebody who asks meets it. */
class RulingTest {
    @TempDir
    Path directory;

    private Catalog catalog;

    @BeforeEach
    void read() {
        catalog = PolicySamples.catalog(directory);
    }

    @Test
    void without_a_decision_the_file_and_the_matrix_say_what_goes_where() {
        assertThat(targets("tous", plain())).containsExactly("us/m", "usue/m", "ue/m", "ici/m");
        assertThat(targets("tous", exposure(DataClass.C2, DataClass.C1)))
                .containsExactly("us/m", "usue/m", "ue/m", "ici/m");
        assertThat(targets("tous", exposure(DataClass.C2, DataClass.C2))).containsExactly("ue/m", "ici/m");
        assertThat(targets("tous", exposure(DataClass.C3, DataClass.C1))).containsExactly("ue/m", "ici/m");
        assertThat(targets("tous", exposure(DataClass.C3, DataClass.C3))).containsExactly("ici/m");
        assertThat(refusal("monde", exposure(DataClass.C2, DataClass.C2)).reason())
                .isEqualTo(Reason.CLASS_TOO_HIGH);
    }

    @Test
    void what_cannot_be_read_goes_where_confidential_content_may_go_as_it_is() {
        Exposure image = new Exposure(DataClass.C1, DataClass.C1, Set.of("image_url"), Set.of());
        assertThat(targets("tous", image)).containsExactly("ue/m", "ici/m");
        Refusal refusal = refusal("monde", image);
        assertThat(refusal.reason()).isEqualTo(Reason.CONTENT_NOT_EXAMINABLE);
        assertThat(refusal.subject()).isEqualTo("image_url");
    }

    @Test
    void a_denial_wins_over_a_list_of_what_is_allowed() {
        EffectScope team = EffectScope.team("conseil");
        assertThat(targets("tous", plain(), effect(team, new Rule.AllowProvider("ue"))))
                .containsExactly("ue/m");
        Refusal refusal = refusal(
                "tous",
                plain(),
                effect(team, new Rule.AllowProvider("ue")),
                effect(EffectScope.ORG, new Rule.DenyProvider("ue")));
        assertThat(refusal.reason()).isEqualTo(Reason.MODEL_NOT_ALLOWED);
        assertThat(refusal.decision()).isEqualTo("D-2026-001");
        assertThat(refusal.why())
                .hasValueSatisfying(why -> assertThat(why.english()).isEqualTo("Because."));
        assertThat(targets("tous", plain(), effect(EffectScope.team("autre"), new Rule.DenyProvider("ue"))))
                .contains("ue/m");
    }

    @Test
    void a_model_is_denied_by_the_name_of_its_route_or_of_its_target() {
        assertThat(refusal("monde", plain(), effect(EffectScope.ORG, new Rule.DenyModel("monde")))
                        .reason())
                .isEqualTo(Reason.MODEL_NOT_ALLOWED);
        assertThat(targets("tous", plain(), effect(EffectScope.ORG, new Rule.DenyModel("us/m"))))
                .containsExactly("usue/m", "ue/m", "ici/m");
        assertThat(targets("tous", plain(), effect(EffectScope.person(PERSON), new Rule.AllowModel("tous"))))
                .hasSize(4);
    }

    @Test
    void of_several_caps_the_lowest_counts_wherever_it_stands() {
        PolicyEffect wide = effect(EffectScope.ORG, new Rule.MaxDataClass(DataClass.C3));
        PolicyEffect narrow = effect(EffectScope.person(PERSON), new Rule.MaxDataClass(DataClass.C0));
        assertThat(refusal("tous", plain(), wide, narrow).reason()).isEqualTo(Reason.CLASS_TOO_HIGH);
        assertThat(targets("tous", plain(), effect(EffectScope.provider("us"), new Rule.MaxDataClass(DataClass.C0))))
                .containsExactly("usue/m", "ue/m", "ici/m");
    }

    @Test
    void a_cap_on_what_is_written_keeps_what_masking_would_let_through() {
        EffectScope place = EffectScope.provider("us");
        Exposure masked = exposure(DataClass.C2, DataClass.C1);
        assertThat(targets("monde", masked, effect(place, new Rule.MaxDataClass(DataClass.C1))))
                .containsExactly("us/m");
        assertThat(targets("monde", masked, effect(place, new Rule.MaxWrittenClass(DataClass.C2))))
                .containsExactly("us/m");
        Refusal refusal = refusal("monde", masked, effect(place, new Rule.MaxWrittenClass(DataClass.C1)));
        assertThat(refusal.reason()).isEqualTo(Reason.CLASS_TOO_HIGH);
        assertThat(refusal.decision()).isEqualTo("D-2026-001");
        assertThat(targets("monde", plain(), effect(place, new Rule.MaxWrittenClass(DataClass.C1))))
                .containsExactly("us/m");
    }

    @Test
    void regions_are_narrowed_by_each_that_has_a_say() {
        PolicyEffect europe =
                effect(EffectScope.ORG, new Rule.AllowedRegions(Set.of(Zone.INTERNAL, Zone.EU_SOVEREIGN)));
        PolicyEffect abroad = effect(
                EffectScope.team("conseil"), new Rule.AllowedRegions(Set.of(Zone.EU_SOVEREIGN, Zone.OUTSIDE_EU)));
        assertThat(targets("tous", plain(), europe)).containsExactly("ue/m", "ici/m");
        assertThat(targets("tous", plain(), europe, abroad)).containsExactly("ue/m");
    }

    @Test
    void forced_masking_keeps_what_cannot_be_masked() {
        PolicyEffect forced = effect(EffectScope.ORG, new Rule.RequirePseudonymisation());
        assertThat(targets("interne", exposure(DataClass.C2, DataClass.C1), forced))
                .containsExactly("ici/m");
        assertThat(refusal("interne", exposure(DataClass.C2, DataClass.C2), forced)
                        .reason())
                .isEqualTo(Reason.CLASS_TOO_HIGH);
    }

    @Test
    void a_cell_may_send_a_class_to_another_model() {
        PolicyEffect reroute = effect(
                EffectScope.ORG, new Rule.ZoneRule(DataClass.C2, Zone.OUTSIDE_EU, new Treatment.Reroute("interne")));
        Choice choice =
                ruling(employee(), Ask.PLAIN, reroute).choose(route("monde"), exposure(DataClass.C2, DataClass.C1));
        assertThat(choice.targets()).extracting(target -> target.name()).containsExactly("ici/m");
        assertThat(choice.rerouted()).isTrue();
        assertThat(targets("monde", plain(), reroute)).containsExactly("us/m");
    }

    @Test
    void what_is_suspended_says_by_whom() {
        assertThat(refusal("tous", plain(), effect(EffectScope.ORG, new Rule.Suspend()))
                        .reason())
                .isEqualTo(Reason.GATEWAY_SUSPENDED);
        assertThat(targets("tous", plain(), effect(EffectScope.model("us/m"), new Rule.Suspend())))
                .doesNotContain("us/m");
        assertThat(refusal("monde", plain(), effect(EffectScope.provider("us"), new Rule.Suspend()))
                        .reason())
                .isEqualTo(Reason.MODEL_NOT_ALLOWED);
        Ask useCase = new Ask(Optional.empty(), Optional.of("UC1"));
        PolicyEffect user = effect(EffectScope.person(PERSON), new Rule.UserOf("UC1"));
        assertThat(problem(employee(), useCase))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.MISSION_MISMATCH));
        assertThat(problem(employee(), useCase, user, effect(EffectScope.useCase("UC1"), new Rule.Suspend())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.USE_CASE_SUSPENDED));
    }

    @Test
    void a_mission_is_for_its_members_while_it_lasts() {
        Ask atlas = new Ask(Optional.of("ATLAS"), Optional.empty());
        PolicyEffect member = effect(
                EffectScope.person(PERSON), new Rule.MemberOf("ATLAS"), Validity.until(NOW.plus(Duration.ofDays(1))));
        PolicyEffect past = effect(EffectScope.person(PERSON), new Rule.MemberOf("ATLAS"), Validity.until(NOW));
        PolicyEffect forbidden = effect(EffectScope.mission("ATLAS"), new Rule.Suspend());
        assertThat(problem(employee(), atlas))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.MISSION_MISMATCH));
        assertThat(problem(employee(), atlas, past)).isInstanceOf(Refusal.class);
        assertThat(ruling(employee(), atlas, member).admit("tous").model()).isEqualTo("tous");
        assertThat(problem(employee(), atlas, member, forbidden))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.MISSION_FORBIDS_AI));
    }

    @Test
    void outside_a_mission_its_members_send_internal_content_and_its_terms_bring_its_rules() {
        PolicyEffect member = effect(EffectScope.person(PERSON), new Rule.MemberOf("ATLAS"));
        assertThat(targets("interne", plain(), member)).containsExactly("ici/m");
        assertThat(refusal("interne", exposure(DataClass.C2, DataClass.C2), member)
                        .reason())
                .isEqualTo(Reason.CLASS_TOO_HIGH);
        PolicyEffect internal = effect(EffectScope.mission("ATLAS"), new Rule.AllowedRegions(Set.of(Zone.INTERNAL)));
        Exposure term = new Exposure(DataClass.C2, DataClass.C1, Set.of(), Set.of("ATLAS"));
        assertThat(targets("tous", term, member, internal)).containsExactly("ici/m");
    }

    @Test
    void a_bound_key_stays_where_it_is() {
        PolicyEffect member = effect(EffectScope.person(PERSON), new Rule.MemberOf("ATLAS"));
        ApiKey.Binding binding = new ApiKey.Binding(Optional.of("ATLAS"), Optional.empty());
        Caller key =
                caller(new Caller.Credential.Key(Ids.next(), Set.of(Caller.Scope.GATEWAY), binding), Role.EMPLOYEE);
        assertThat(ruling(key, Ask.PLAIN, member).standing().mission()).contains("ATLAS");
        assertThat(ruling(key, Ask.PLAIN, member).admit("tous").model()).isEqualTo("tous");
        assertThat(problem(key, new Ask(Optional.of("AUTRE"), Optional.empty()), member))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.MISSION_MISMATCH));
    }

    @Test
    void whoever_has_not_signed_reaches_only_so_much() {
        PolicyEffect asked = effect(
                EffectScope.ORG,
                new Rule.RequireSignature("CHARTE-1", DataClass.C0, Set.of(Zone.INTERNAL)),
                Validity.from(NOW));
        PolicyEffect signed = effect(EffectScope.person(PERSON), new Rule.Signed("CHARTE-1"));
        assertThat(refusal("tous", plain(), asked).reason()).isEqualTo(Reason.CHARTER_UNSIGNED);
        assertThat(targets("tous", exposure(DataClass.C0, DataClass.C0), asked)).containsExactly("ici/m");
        assertThat(targets("tous", plain(), asked, signed)).hasSize(4);
    }

    @Test
    void an_audience_is_capped_unless_another_role_is_not() {
        PolicyEffect cap = effect(EffectScope.ORG, new Rule.AudienceCap(Role.SUBCONTRACTOR, DataClass.C0));
        Caller.Credential session = new Caller.Credential.Session(Ids.next());
        Route route = route("tous");
        assertThat(problemOf(() -> ruling(caller(session, Role.SUBCONTRACTOR), Ask.PLAIN, cap)
                        .choose(route, plain())))
                .isInstanceOf(Refusal.class);
        assertThat(ruling(caller(session, Role.SUBCONTRACTOR, Role.EMPLOYEE), Ask.PLAIN, cap)
                        .choose(route, plain())
                        .targets())
                .hasSize(4);
    }

    private Route route(String model) {
        return catalog.route(model).orElseThrow();
    }

    private Ruling ruling(Caller caller, Ask ask, PolicyEffect... effects) {
        List<PolicyEffect> all = new ArrayList<>(Arrays.asList(effects));
        PolicySnapshots.configured(catalog).forEach(draft -> all.add(draft.by("configuration", "configuration")));
        Matrix.standard().effects().forEach(draft -> all.add(draft.by("matrix", "default")));
        return new Ruling(Snapshot.of(7, all), catalog, caller, ask, NOW);
    }

    private List<String> targets(String model, Exposure exposure, PolicyEffect... effects) {
        Ruling ruling = ruling(employee(), Ask.PLAIN, effects);
        return ruling.choose(ruling.admit(model), exposure).targets().stream()
                .map(target -> target.name())
                .toList();
    }

    private Refusal refusal(String model, Exposure exposure, PolicyEffect... effects) {
        return (Refusal) problemOf(() -> {
            Ruling ruling = ruling(employee(), Ask.PLAIN, effects);
            ruling.choose(ruling.admit(model), exposure);
        });
    }

    private Problem problem(Caller caller, Ask ask, PolicyEffect... effects) {
        return problemOf(() -> ruling(caller, ask, effects).admit("tous"));
    }

    private static Problem problemOf(Runnable asking) {
        try {
            asking.run();
        } catch (ProblemException stopped) {
            return stopped.problem();
        }
        throw new AssertionError("nothing stood against it");
    }
}
