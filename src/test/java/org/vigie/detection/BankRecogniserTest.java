package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦IBAN FR76 1009 6072 6421 4714 7820 706⟧",
                "IBAN:⟦IBAN FR7615589137172758452976787⟧.",
                "⟦IBAN FR76\u00A01380\u00A07888\u202F2669 4297 5347 267⟧ merci de virer",
                "⟦IBAN fr76 1009 6072 6421 4714 7820 706⟧",
                "⟦IBAN BE31 1860 3204 7255⟧",
                "⟦IBAN DE89100900006816029451⟧ et ⟦IBAN ES83 0182 6829 4355 0697 1461⟧",
                "RIB ⟦IBAN 30066 90400 29733212104 76⟧",
                "⟦IBAN 30066 65439 02316538230 94⟧",
                "{\"iban\":\"⟦IBAN BE31186032047255⟧\"}",
                "Banque ⟦IBAN 30066 Guichet 90400 Compte 29733212104 Clé 76⟧",
                "| Banque | Guichet | Compte | Clé |\n| ⟦IBAN 30066 | 90400 | 29733212104 | 76⟧ |",
                "Olive;⟦IBAN 30066;90400;29733212104;76⟧",
                "⟦IBAN FR76-1009-6072-6421-4714-7820-706⟧",
                "⟦IBAN FR76 1009 6072\n6421 4714 7820 706⟧",
                "⟦IBAN FR 76 1009 6072 6421 4714 7820 706⟧",
            })
    void finds_accounts(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR76 1558 9859 0148 6393 6989 101",
                "FR7610096220537665295927762",
                "ES93 0182 8815 2113 0813 0767",
                "IT94 X054 2811 1011 5673 8628 497",
                "10096 47043 56466080890 17",
                "référence FR76 1234",
                "AB12 3456 7890",
            })
    void leaves_broken_checksums_and_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IBAN : ⟦IBAN FR76 1558 9859 0148 6393 6989 101⟧",
                "Mon IBAN est ⟦IBAN FR76 1009 6072 6421 4714 7820 70⟧ voilà",
                "RIB : ⟦IBAN 10096 47043 56466080890 17⟧",
            })
    void masks_mistyped_ones_that_are_labelled(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
