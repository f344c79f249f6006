package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VatRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦VAT FR88839092285⟧",
                "TVA ⟦VAT FR 17 554 088 187⟧",
                "⟦VAT FR 03 577 318 777⟧, ⟦VAT FR17 554 088 187⟧",
                "⟦VAT FRRR415799725⟧ ⟦VAT FR1G598366664⟧ ⟦VAT FR5G754404457⟧",
                "tva:⟦VAT fr17554088187⟧",
                "N° TVA : ⟦VAT NL004495445B01⟧, ⟦VAT ATU37675002⟧",
                "VAT ⟦VAT ESX1234567X⟧",
                "TVA intracommunautaire : ⟦VAT DE136695976⟧",
            })
    void finds_numbers(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR43969715218",
                "FR28448545756",
                "FR09400083903",
                "FR2A706659413",
                "FREE354160899",
                "FR0B451550092",
                "DE123456789 est une pièce",
                "FR 2024",
            })
    void leaves_broken_checksums_and_near_misses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TVA : ⟦VAT FR43969715218⟧",
            })
    void masks_mistyped_ones_that_are_labelled(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
