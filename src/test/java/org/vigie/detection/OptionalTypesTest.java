package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionalTypesTest {
    private static final Detector DETECTOR = new Detector(StaffDirectory.EMPTY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RPPS ⟦RPPS 10981701641⟧",
                "Dr, n° ⟦RPPS 10980911225⟧",
                "FINESS : ⟦FINESS 130832819⟧",
                "FINESS géographique ⟦FINESS 974314494⟧",
                "BIC : ⟦BIC AGRIFRPP⟧",
                "code SWIFT ⟦BIC BNPAFRPPXXX⟧",
                "n° allocataire : ⟦CAF 1234567⟧",
                "CAF, dossier ⟦CAF 7654321K⟧",
                "10986134628 et 697647610",
                "BIC : INCONNUE, SWIFT TAYLOR",
                "la CAF en 2024",
            })
    void finds_them_when_they_are_asked_for(String marked) {
        String text = MarkedText.plain(marked);
        assertThat(MarkedText.mark(text, DETECTOR.detect(text, EnumSet.allOf(FindingType.class))))
                .isEqualTo(marked);
    }

    @Test
    void leaves_them_by_default() {
        assertThat(DETECTOR.detect("RPPS 10981701641, FINESS : 130832819, BIC : AGRIFRPP, allocataire 1234567"))
                .isEmpty();
    }

    @Test
    void finds_only_what_is_asked_for() {
        String text = "SIREN 303 171 672, TVA FR 17 554 088 187, a.durand@exemple.fr";
        assertThat(MarkedText.mark(text, DETECTOR.detect(text, Set.of(FindingType.EMAIL))))
                .isEqualTo("SIREN 303 171 672, TVA FR 17 554 088 187, ⟦EMAIL a.durand@exemple.fr⟧");
    }
}
