package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlateRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦PLATE GT-224-NW⟧ est garée",
                "un utilitaire ⟦PLATE GN679EV⟧",
                "véhicule ⟦PLATE FZ 945 MX⟧",
                "plaque ⟦PLATE gt-224-nw⟧",
                "immatriculé ⟦PLATE 2300 JP 31⟧",
                "plaque : ⟦PLATE 2781LA31⟧",
                "véhicules : ⟦PLATE GN679EV⟧, ⟦PLATE FZ945MX⟧ et ⟦PLATE DN741XN⟧",
            })
    void finds_plates(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AI-123-BC",
                "SS-123-AB",
                "AB-000-CD",
                "WW-123-AB",
                "plaque 0123 AB 75",
                "plaque 1234 IO 75",
                "plaque 1234 AB 96",
                "GN679EV",
                "ticket AB-123-CD",
                "REF-AB-123-CD",
                "LE PRIX EN 123 DE PLUS",
            })
    void leaves_near_misses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
