package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MrzRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦PASSPORT_ID P<FRADUPONT<<JEAN<PAUL<<<<<<<<<<<<<<<<<<<<<<<<⟧\n⟦PASSPORT_ID 21KD527495FRA8706146F3109225<<<<<<<<<<<<<<00⟧",
                "⟦PASSPORT_ID IDFRAX4RTBPFW46<<<<<<<<<<<<<<<⟧\n⟦PASSPORT_ID 9007138M3002119FRA<<<<<<<<<<<6⟧\n⟦PASSPORT_ID MARTIN<<MAELYS<GAELLE<<<<<<<<<⟧",
                "⟦PASSPORT_ID IDFRADUPONT<<<<<<<<<<<<<<<<<<<<<<750211⟧\n⟦PASSPORT_ID 880692310285CORINNEXXXXXX6512068F6XX⟧\nsuite",
            })
    void finds_every_line(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<<<<<< HEAD",
                "a << b << c",
                "<html><body>",
                "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
            })
    void leaves_near_misses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
