package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦TAX_ID 39 81 135 119 038⟧",
                "numéro fiscal ⟦TAX_ID 0814781580256⟧",
                "SPI : ⟦TAX_ID 1397626000120⟧",
                "⟦TAX_ID 0814781580256⟧",
                "{\"numeroFiscal\":\"⟦TAX_ID 1397626000120⟧\"}",
            })
    void finds_numbers(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9701987765432",
                "0561489707354",
                "28 10 756 900 376",
                "à 1397626000120 ms",
                "commande 0814781580256",
            })
    void leaves_broken_checksums_and_near_misses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n° fiscal : ⟦TAX_ID 0561489707354⟧",
            })
    void masks_mistyped_ones_that_are_labelled(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
