package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦CARD 4970278447509910⟧",
                "CB ⟦CARD 4970 2784 4750 9910⟧ exp. 12/27",
                "⟦CARD 374290694008868⟧",
                "⟦CARD 3742-906940-08868⟧",
                "carte : ⟦CARD 5138811520554266⟧",
                "⟦CARD 4970 2784\n4750 9910⟧",
                "⟦CARD 3742 906940 08868⟧",
            })
    void finds_cards(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3742 851429 70806",
                "3742 548644 69635",
                "374283073213656",
                "facture 4970278447509910",
                "4444444444444444",
                "9970278447509918",
                "49702784475099101234567890123",
            })
    void leaves_broken_checksums_and_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Carte bancaire : ⟦CARD 4970 2784 4750 9911⟧", "n° de carte ⟦CARD 374283073213656⟧"})
    void masks_mistyped_ones_that_are_labelled(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
