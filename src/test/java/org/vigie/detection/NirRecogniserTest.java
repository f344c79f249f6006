package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NirRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦NIR 2 41 04 2A 843 963 95⟧",
                "⟦NIR 1.37.08.97.244.149.11⟧",
                "n° de sécu : ⟦NIR 1 35 01 59 812 833 80⟧.",
                "⟦NIR 135015981283380⟧",
                "⟦NIR 241042A84396395⟧",
                "NIR ⟦NIR 1 35 01 59 812 833⟧ (sans clé)",
                "⟦NIR 1 35 01 59 812 833 clé 80⟧",
                "⟦NIR 1350159812833 (clé : 80⟧)",
                "⟦NIR 1 35 01 59\n812 833 80⟧",
                "id,nir,x\n12,⟦NIR 135015981283380⟧,42,3",
            })
    void finds_numbers(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 85 13 75 116 045 12",
                "164072A33012161",
                "2 68 08 2A 197 074 95",
                "1 35 01 59 812 833",
                "135015981283381",
                "535015981283380",
            })
    void leaves_broken_checksums_and_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Numéro de sécurité sociale : ⟦NIR 1 35 01 59 812 833 81⟧",
                "sécu ⟦NIR 2 68 08 2A 197 074 95⟧",
            })
    void masks_mistyped_ones_that_are_labelled(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
