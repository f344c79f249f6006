package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GpsRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦GPS 48.856613, 2.352222⟧",
                "lat: ⟦GPS 48.8566 lon: -2.3522⟧",
                "{\"lat\":⟦GPS 48.85661,\"lng\":2.35222⟧}",
                "⟦GPS 48°51'24\"N 2°21'03\"E⟧",
            })
    void finds_places(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "il fait 25°",
                "0.1234, 0.5678",
                "[1.23456, 2.34567, 3.45678]",
                "48.85, 2.35",
                "12,3456 et 1,2345",
            })
    void leaves_near_misses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
