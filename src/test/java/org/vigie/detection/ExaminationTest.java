package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is undecided, and what becomes of somebody else's findings. */
class ExaminationTest {
    private final Detector detector = new Detector(StaffDirectory.EMPTY);

    private static Finding person(String text, String name) {
        int start = text.indexOf(name);
        return new Finding(FindingType.PERSON, start, start + name.length(), 0.6, "second-opinion");
    }

    private static List<String> texts(String text, List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.type() + " " + text.substring(finding.start(), finding.end()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le dossier de Zorblax Quintaff est prêt.",
                "On attend Wimbelu pour commencer.",
                "La proposition a plu à Krastilev."
            })
    void a_capitalised_unknown_is_undecided(String text) {
        Examination examination = detector.examine(text);
        assertThat(examination.findings()).isEmpty();
        assertThat(examination.undecided()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "La réunion est reportée à mardi.",
                "Le PDF est sur le serveur, voir la FAQ.",
                "Voir l’article L. 1234-5 du Code du travail.",
                "Mme Alice Durand est là."
            })
    void what_is_a_word_or_is_found_is_not(String text) {
        assertThat(detector.examine(text).undecided()).isEmpty();
    }

    /** Both the undecided and the found by the ten thousand: none is compared with every other one. */
    @Test
    void time_is_linear_in_doubts_and_findings() {
        String text = "On attend Wimbelu, a.petit@exemple.fr, de Krastilev.\n".repeat(20_000);
        Examination examination = detector.examine(text);
        assertThat(examination.undecided()).hasSizeGreaterThan(20_000);
        assertThat(examination.findings()).hasSizeGreaterThan(19_999);
        List<Finding> all = examination.undecided().stream()
                .map(place -> new Finding(FindingType.PERSON, place.start(), place.end(), 0.6, "second-opinion"))
                .toList();
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(examination.with(all)).hasSizeGreaterThan(40_000);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
        assertThat(Duration.ofNanos(spent)).isLessThan(Duration.ofSeconds(3));
    }

    /** The model is for doubts: were every sentence one, it would be asked about everything. */
    @Test
    void few_sentences_of_the_development_set_are_undecided() {
        long lines = 0;
        long undecided = 0;
        for (AnnotatedText one : DevelopmentSet.development()) {
            Examination examination = detector.examine(one.text());
            lines += one.text().lines().count();
            undecided += examination.undecided().stream()
                    .map(place -> one.text().substring(0, place.start()).lines().count())
                    .distinct()
                    .count();
        }
        assertThat(undecided).isPositive();
        assertThat((double) undecided / lines).isLessThan(0.2);
    }

    @Test
    void what_was_found_stays_and_only_what_lies_outside_is_added() {
        String text = "Mme Durand-Zorblax Quintaff écrit à a.petit@exemple.fr, dit Zorblax.";
        Examination examination = detector.examine(text);
        List<Finding> own = examination.findings();
        assertThat(texts(text, own)).contains("EMAIL a.petit@exemple.fr");
        Finding over = new Finding(FindingType.PERSON, 0, text.length(), 0.6, "second-opinion");
        assertThat(examination.with(List.of(over))).containsAll(own).hasSizeGreaterThan(own.size());
        assertThat(examination.with(List.of())).isEqualTo(own);
    }

    @Test
    void a_new_person_is_found_again_and_types_that_nobody_wants_are_not_added() {
        String text = "Zorblax Quintaff arrive.\nOn attend Quintaff.";
        Finding new1 = person(text, "Zorblax Quintaff");
        assertThat(texts(text, detector.examine(text).with(List.of(new1))))
                .containsExactly("PERSON Zorblax Quintaff", "PERSON Quintaff");
        assertThat(detector.examine(text, Set.of(FindingType.EMAIL)).with(List.of(new1)))
                .isEmpty();
    }

    @Test
    void a_term_to_be_ignored_stays_ignored() throws Exception {
        Detector taught = new Detector(
                Vocabulary.EMPTY.with(Dictionary.readCsv(new StringReader("term,action\nZorblax Quintaff,ignore\n"))));
        String text = "Le logiciel Zorblax Quintaff est en panne.";
        assertThat(taught.examine(text).with(List.of(person(text, "Zorblax Quintaff"))))
                .isEmpty();
    }
}
