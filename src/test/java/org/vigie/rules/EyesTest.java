package org.vigie.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Wording;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.EffectScope;
import org.vigie.policy.PolicyEffect;
import org.vigie.policy.Rule;
import org.vigie.policy.Validity;

/** Nobody learns of a mission by the decisions about it. */
class EyesTest {
    private static final UUID SELF = new UUID(0, 1);
    private static final Eyes OUTSIDER = new Eyes(false, false, false, Set.of(), SELF);
    private static final Eyes MEMBER = new Eyes(false, true, false, Set.of("ATLAS"), new UUID(0, 2));
    private static final Eyes DECIDER = new Eyes(true, true, false, Set.of(), new UUID(0, 3));
    private static final Eyes TREASURER = new Eyes(true, true, true, Set.of(), new UUID(0, 4));

    private static DecisionRecord about(String source) {
        return new DecisionRecord("D-2026-001", source, "", "", Optional.empty(), Instant.now());
    }

    private static PolicyEffect of(String source, EffectScope scope) {
        return new PolicyEffect(
                UUID.randomUUID(),
                source,
                "D-2026-001",
                scope,
                new Rule.Suspend(),
                Validity.ALWAYS,
                new Wording("", ""));
    }

    @Test
    void decisions_on_a_mission_are_for_its_members_and_for_whoever_decides() {
        assertThat(MEMBER.see(about("mission:ATLAS"))).isTrue();
        assertThat(MEMBER.see(about("mission:ATLAS/effect:plafond"))).isTrue();
        assertThat(MEMBER.see(about("mission:BOREAL"))).isFalse();
        assertThat(MEMBER.see(about("mission:BOREAL/effect:plafond"))).isFalse();
        assertThat(OUTSIDER.see(about("mission:ATLAS"))).isFalse();
        assertThat(DECIDER.see(about("mission:BOREAL"))).isTrue();
    }

    @Test
    void subcontractors_see_no_use_case_and_everybody_sees_the_rest() {
        assertThat(OUTSIDER.see(about("use_case:UC"))).isFalse();
        assertThat(MEMBER.see(about("use_case:UC"))).isTrue();
        for (String source : List.of("matrix", "configuration", "incident:I-2026-001", "charter:CHARTE-IAG")) {
            assertThat(OUTSIDER.see(about(source))).as(source).isTrue();
        }
    }

    @Test
    void a_budget_is_seen_as_what_it_is_for_and_a_personal_one_by_that_person_alone() {
        assertThat(MEMBER.see(about("budget:mission:ATLAS:month"))).isTrue();
        assertThat(MEMBER.see(about("budget:mission:BOREAL:month"))).isFalse();
        assertThat(OUTSIDER.see(about("budget:use_case:UC:day"))).isFalse();
        assertThat(OUTSIDER.see(about("budget:team:conseil:month"))).isTrue();
        assertThat(MEMBER.see(about("conduct:mission:ATLAS:retention"))).isTrue();
        assertThat(MEMBER.see(about("conduct:mission:BOREAL:retention"))).isFalse();
        assertThat(OUTSIDER.see(about("conduct:org::log_level"))).isTrue();
        DecisionRecord personal = about("budget:person:" + SELF + ":month");
        assertThat(OUTSIDER.see(personal)).isTrue();
        assertThat(TREASURER.see(personal)).isTrue();
        assertThat(MEMBER.see(personal)).isFalse();
        assertThat(DECIDER.see(personal)).isFalse();
    }

    @Test
    void effects_are_seen_as_the_decision_is() {
        PolicyEffect mission = of("mission:BOREAL", EffectScope.mission("BOREAL"));
        PolicyEffect matrix = of("matrix", EffectScope.ORG);
        assertThat(OUTSIDER.of(List.of(mission, matrix))).containsExactly(matrix);
        assertThat(DECIDER.of(List.of(mission, matrix))).containsExactly(mission, matrix);
    }
}
