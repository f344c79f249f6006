package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Passeport n° ⟦PASSPORT_ID 17NL28800⟧, délivré à Lyon",
                "passeport : ⟦PASSPORT_ID 11 CJ 56470⟧",
                "permis de conduire ⟦PASSPORT_ID 24YH84262⟧",
                "CNI ⟦PASSPORT_ID 140569126351⟧",
                "carte nationale d'identité n° ⟦PASSPORT_ID X7XW4GJ06⟧",
                "titre de séjour n° ⟦PASSPORT_ID 9920123456⟧",
                "passeport belge ⟦PASSPORT_ID EK123456⟧",
                "{\"numPasseport\": \"⟦PASSPORT_ID 17NL28800⟧\"}",
            })
    void finds_papers(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17NL28800",
                "140569126351",
                "X7XW4GJ06",
                "référence 9920123456",
                "passeport n° 1AB123456",
                "le passeport 2024 du salarié",
                "le permis de construire PC0692402",
            })
    void leaves_near_misses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
