package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffDirectoryTest {
    private static final StaffDirectory STAFF = StaffDirectory.of(List.of(
            StaffName.of("Olive Petit"),
            StaffName.of("Hélène Lecœur"),
            StaffName.of("Yann Le Goff"),
            StaffName.of("DURAND Anne-Marie")));

    private static String detected(String marked) {
        String text = MarkedText.plain(marked);
        return MarkedText.mark(text, new Detector(STAFF).detect(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦PERSON Olive Petit⟧ est là",
                "⟦PERSON olive petit⟧ et ⟦PERSON PETIT Olive⟧",
                "le bureau d'⟦PERSON Olive Petit⟧, d’⟦PERSON Olive Petit⟧",
                "⟦PERSON helene lecoeur⟧, ⟦PERSON He\u0301le\u0300ne LECŒUR⟧",
                "vu avec ⟦PERSON Lecœur⟧ et ⟦PERSON Durand⟧",
                "⟦PERSON anne marie durand⟧ ; ⟦PERSON Le Goff⟧",
                "demande à ⟦PERSON Petit⟧.",
                "Mme ⟦PERSON Olive Petit⟧",
            })
    void finds_the_people_of_the_instance(String marked) {
        assertThat(detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "un petit rappel",
                "Petit rappel : la réunion est à 10 h",
                "les Durandal",
                "une olive",
                "le goff",
                "durand_compte",
            })
    void leaves_words_and_other_names(String text) {
        assertThat(detected(text)).isEqualTo(text);
    }

    @Test
    void leaves_the_names_within_an_address_to_the_address() {
        assertThat(detected("⟦EMAIL olive.petit@exemple.fr⟧")).isEqualTo("⟦EMAIL olive.petit@exemple.fr⟧");
    }

    @Test
    void is_replaced_while_running() {
        Detector detector = new Detector(StaffDirectory.EMPTY);
        assertThat(detector.detect("vu avec Lecœur"))
                .noneMatch(finding -> finding.rule().startsWith("person-directory"));
        detector.replaceDirectory(STAFF);
        assertThat(detector.detect("vu avec Lecœur"))
                .containsExactly(new Finding(FindingType.PERSON, 8, 14, Finding.PROBABLE, "person-directory-surname"));
    }

    @Test
    void reads_display_names() {
        assertThat(StaffName.of("Alice Le Goff").family()).isEqualTo("Le Goff");
        assertThat(StaffName.of("DE LA TOUR Alice").family()).isEqualTo("DE LA TOUR");
        assertThat(StaffName.of("Alice DURAND").given()).isEqualTo("Alice");
        assertThat(StaffName.of("Durand").family()).isEqualTo("Durand");
    }

    @Test
    void does_not_print_names() {
        assertThat(STAFF + " " + StaffName.of("Olive Petit")).doesNotContain("Petit", "Olive");
    }
}
