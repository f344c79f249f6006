package org.vigie.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.kernel.DataClass;
import org.vigie.mission.Mission.State;
import org.vigie.policy.EffectScope;
import org.vigie.policy.PolicyEffect.Draft;
import org.vigie.policy.Rule;

class MissionTest {
    private static final UUID LEAD = new UUID(0, 1);
    private static final UUID MEMBER = new UUID(0, 2);
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final LocalDate END = LocalDate.of(2026, 10, 25);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);
    private static final Rule INTERNAL_ONLY = new Rule.AllowedRegions(Set.of(Zone.INTERNAL));

    private static Mission begun() {
        return Mission.begin("ATLAS", "Schéma directeur", "Aldane", LEAD, START, END)
                .with(MEMBER);
    }

    private static Agreement complete(Regime regime, boolean extraterritorial) {
        return new Agreement(
                new Reach(regime, extraterritorial),
                "Contrat 12, article 8",
                "C. Martin",
                "Relire",
                "Entretiens",
                "Deux relectures",
                "Préparé avec l’aide de l’IA");
    }

    private static Mission agreed(Regime regime, boolean extraterritorial) {
        return begun().written(complete(regime, extraterritorial)).proposed().agreed(TODAY, TODAY);
    }

    private static List<Rule> rules(Mission mission) {
        return mission.effects().stream()
                .filter(draft -> draft.scope().equals(EffectScope.mission("ATLAS")))
                .map(Draft::rule)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void without_an_agreement_internal_models_alone_answer_whatever_is_written(Regime written) {
        Mission mission = begun().written(complete(written, true));
        assertThat(rules(mission)).containsExactly(INTERNAL_ONLY);
        assertThat(rules(mission.proposed())).containsExactly(INTERNAL_ONLY);
    }

    @Test
    void each_regime_that_is_agreed_has_its_effects() {
        assertThat(rules(agreed(Regime.FORBIDDEN, false))).containsExactly(new Rule.Suspend());
        assertThat(rules(agreed(Regime.INTERNAL, false))).containsExactly(INTERNAL_ONLY);
        assertThat(rules(agreed(Regime.EU, false)))
                .containsExactly(new Rule.AllowedRegions(Set.of(Zone.INTERNAL, Zone.EU_SOVEREIGN)));
        assertThat(rules(agreed(Regime.EU, true)))
                .containsExactly(
                        new Rule.AllowedRegions(Set.of(Zone.INTERNAL, Zone.EU_SOVEREIGN, Zone.EU_EXTRATERRITORIAL)));
        assertThat(rules(agreed(Regime.PSEUDONYMISED, true)))
                .containsExactly(new Rule.RequirePseudonymisation(), new Rule.MaxDataClass(DataClass.C2));
        assertThat(rules(agreed(Regime.FREE, false))).isEmpty();
    }

    @Test
    void a_modified_agreement_never_widens_before_it_is_agreed_to_again() {
        Mission wider = agreed(Regime.INTERNAL, false).written(complete(Regime.FREE, false));
        assertThat(wider.state()).isEqualTo(State.MODIFIED);
        assertThat(rules(wider)).containsExactly(INTERNAL_ONLY);
        Mission stricter = agreed(Regime.FREE, false).written(complete(Regime.FORBIDDEN, false));
        assertThat(rules(stricter)).containsExactly(new Rule.Suspend());
        assertThat(rules(wider.agreed(TODAY, TODAY))).isEmpty();
        assertThat(wider.agreed(TODAY, TODAY).state()).isEqualTo(State.AGREED);
    }

    @Test
    void members_are_members_from_the_first_to_the_last_day_in_paris() {
        List<Draft> members = begun().effects().stream()
                .filter(draft -> draft.rule().equals(new Rule.MemberOf("ATLAS")))
                .toList();
        assertThat(members)
                .extracting(Draft::scope)
                .containsExactlyInAnyOrder(EffectScope.person(LEAD), EffectScope.person(MEMBER));
        assertThat(members).allSatisfy(draft -> {
            assertThat(draft.validity().from()).hasValue(Instant.parse("2026-03-01T23:00:00Z"));
            // The night in which summer time ends.
            assertThat(draft.validity().until()).hasValue(Instant.parse("2026-10-25T23:00:00Z"));
        });
    }

    @Test
    void an_ended_mission_has_no_member_any_more_and_keeps_its_rules() {
        Instant end = Instant.parse("2026-09-01T10:00:00Z");
        Mission closed = agreed(Regime.EU, false).closed(END, end);
        assertThat(closed.effects()).extracting(Draft::scope).contains(EffectScope.mission("ATLAS"));
        assertThat(closed.effects())
                .filteredOn(draft -> draft.scope().kind() == EffectScope.Kind.PERSON)
                .isNotEmpty()
                .allSatisfy(draft -> assertThat(draft.validity().until()).hasValue(end));
        assertThatThrownBy(() -> closed.with(UUID.randomUUID())).satisfies(only(MissionFault.CLOSED));
        assertThatThrownBy(() -> closed.written(Agreement.EMPTY)).satisfies(only(MissionFault.CLOSED));
    }

    @Test
    void is_not_proposed_while_one_of_the_four_parts_is_missing() {
        Agreement partly = new Agreement(new Reach(Regime.EU, false), "", "", "Relire", "", " ", "Mention");
        assertThatThrownBy(() -> begun().written(partly).proposed())
                .satisfies(only(MissionFault.DATA_MISSING, MissionFault.VERIFICATION_MISSING));
    }

    @Test
    void is_agreed_only_once_proposed_and_by_somebody_and_not_in_the_future() {
        Agreement nobody = new Agreement(new Reach(Regime.EU, false), "", "", "a", "b", "c", "d");
        Mission written = begun().written(nobody);
        assertThatThrownBy(() -> written.agreed(TODAY, TODAY)).satisfies(only(MissionFault.NOT_PROPOSED));
        assertThatThrownBy(() -> written.proposed().agreed(TODAY.plusDays(1), TODAY))
                .satisfies(only(MissionFault.SIGNATORY_MISSING, MissionFault.AGREED_ON_IN_FUTURE));
    }

    @ParameterizedTest
    @CsvSource({"'',false", "-A,false", "atlas,false", "A B,false", "ATLAS-2,true", "0,true", "É,false"})
    void a_code_can_stand_in_a_header(String code, boolean valid) {
        if (valid) {
            assertThat(Mission.begin(code, "n", "c", LEAD, START, END).code()).isEqualTo(code);
        } else {
            assertThatThrownBy(() -> Mission.begin(code, "n", "c", LEAD, START, END))
                    .satisfies(only(MissionFault.CODE_INVALID));
        }
    }

    @Test
    void says_all_that_is_wrong_at_once() {
        assertThatThrownBy(() -> Mission.begin("x", " ", "", LEAD, END, START))
                .satisfies(only(
                        MissionFault.CODE_INVALID,
                        MissionFault.NAME_MISSING,
                        MissionFault.CLIENT_MISSING,
                        MissionFault.END_BEFORE_START));
    }

    @Test
    void who_leads_it_stays_a_member() {
        assertThat(begun().members()).containsExactlyInAnyOrder(LEAD, MEMBER);
        assertThatThrownBy(() -> begun().without(LEAD)).satisfies(only(MissionFault.MANAGER_STAYS));
        assertThat(begun().without(MEMBER).members()).containsExactly(LEAD);
    }

    @Test
    void what_changes_nothing_is_the_same_mission() {
        Mission mission = begun();
        assertThat(mission.with(MEMBER)).isSameAs(mission);
        assertThat(mission.without(new UUID(0, 9))).isSameAs(mission);
        assertThat(mission.written(mission.agreement())).isSameAs(mission);
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_names_the_mission_and_not_its_client(Regime regime) {
        Mission mission = agreed(regime, false);
        assertThat(Reasons.of(mission, new Reach(regime, false)).french())
                .contains("ATLAS", "Schéma directeur")
                .doesNotContain("Aldane");
    }

    private static java.util.function.Consumer<Throwable> only(MissionFault... faults) {
        return thrown -> assertThat(((MissionException) thrown).faults()).containsExactlyInAnyOrder(faults);
    }
}
