package org.vigie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The house as {@code ARCHITECTURE.md} draws it, and its rules ({@link HouseRule}). Each rule also proves that it is
 * about something that exists, and that it reports the bad example of {@code org.vigie.architecturefixture}.
 */
class ArchitectureTest {
    private static final House OURS = House.ours();
    private static final House BAD = House.ofBadExamples();

    private static final Map<HouseRule, String> REPORTED = Map.of(
            HouseRule.MODULES_HAVE_NO_CYCLES, "Cycle detected: Slice left",
            HouseRule.NOTHING_DEPENDS_ON_GATEWAY_OR_CLI, "bad.Intruder",
            HouseRule.ONLY_THE_EDGES_SPEAK_HTTP, "bad.Intruder",
            HouseRule.ONLY_STORES_WRITE_SQL, "bad.Intruder.asks(",
            HouseRule.ONLY_THE_SHIELD_CLEARS_A_PROMPT, "bad.Intruder",
            HouseRule.WHAT_READS_CONTENT_ONLY_COMPUTES, "shield.ClearedPrompt",
            HouseRule.NAMES_SAY_WHAT_A_THING_IS, "bad.PromptHelper");

    @Test
    void every_arrow_of_the_code_is_drawn() throws IOException {
        assertThat(without(OURS.graph().arrows(), drawn().arrows()))
                .as("arrows of the code that ARCHITECTURE.md does not draw")
                .isEmpty();
    }

    @Test
    void every_arrow_drawn_is_used() throws IOException {
        assertThat(without(drawn().arrows(), OURS.graph().arrows()))
                .as("arrows of ARCHITECTURE.md that the code does not use")
                .isEmpty();
    }

    @Test
    void every_module_is_drawn_and_every_module_drawn_exists() throws IOException {
        assertThat(OURS.graph().modules()).isEqualTo(drawn().modules());
    }

    @Test
    void modules_are_flat() {
        assertThat(OURS.nestedPackages()).isEmpty();
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(OURS.packagesWithoutNullMarked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void holds(HouseRule rule) {
        assertThat(rule.violationsIn(OURS)).as(rule.name()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void is_about_something_that_exists(HouseRule rule) {
        assertThat(OURS.classes().stream().filter(type -> rule.isWitness(type, OURS.root())))
                .as("witnesses of " + rule)
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void reports_the_bad_example(HouseRule rule) {
        assertThat(rule.violationsIn(BAD)).as(rule.name()).anyMatch(line -> line.contains(REPORTED.get(rule)));
    }

    @Test
    void arrows_are_found_in_the_code() {
        assertThat(BAD.graph().arrows())
                .containsExactlyInAnyOrder("left --> right", "right --> left", "bad --> gateway", "bad --> shield");
    }

    @Test
    void nested_packages_are_found() {
        assertThat(BAD.nestedPackages()).containsExactly("org.vigie.architecturefixture.bad.deeper");
    }

    @Test
    void packages_without_null_marked_are_found() {
        assertThat(BAD.packagesWithoutNullMarked())
                .contains("org.vigie.architecturefixture.bad")
                .doesNotContain("org.vigie.architecturefixture.shield");
    }

    @Test
    void arrows_are_read_from_a_flowchart() {
        ModuleGraph graph = ModuleGraph.drawnIn("""
                # A page
                ```mermaid
                flowchart TD
                    kernel
                    store & audit --> kernel
                    flow --> audit & store
                ```
                store --> flow
                """);
        assertThat(graph.modules()).containsExactly("audit", "flow", "kernel", "store");
        assertThat(graph.arrows())
                .containsExactly("audit --> kernel", "flow --> audit", "flow --> store", "store --> kernel");
    }

    @Test
    void a_flowchart_that_is_not_understood_is_an_error() {
        assertThatThrownBy(() -> ModuleGraph.drawnIn("```mermaid\nflowchart TD\n    a -.-> b\n```\n"))
                .hasMessageContaining("a -.-> b");
        assertThatThrownBy(() -> ModuleGraph.drawnIn("no drawing")).hasMessageContaining("no flowchart");
    }

    private static ModuleGraph drawn() throws IOException {
        return ModuleGraph.drawnIn(Files.readString(Path.of("ARCHITECTURE.md")));
    }

    private static Set<String> without(Set<String> all, Set<String> known) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(known);
        return rest;
    }
}
