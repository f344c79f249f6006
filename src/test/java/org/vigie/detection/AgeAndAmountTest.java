package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeAndAmountTest {
    private static String detected(String marked) {
        String text = MarkedText.plain(marked);
        return MarkedText.mark(
                text, new Detector(StaffDirectory.EMPTY).detect(text, EnumSet.of(FindingType.AGE, FindingType.AMOUNT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mme Roux, ⟦AGE 54 ans⟧, cadre",
                "âgée de ⟦AGE 42 ans⟧",
                "elle a ⟦AGE 31 ans⟧",
                "un budget de ⟦AMOUNT 145 000 €⟧ HT et ⟦AMOUNT 1 234,56 EUR⟧",
                "⟦AMOUNT 45 k€⟧, ⟦AMOUNT 3 millions d'euros⟧",
            })
    void finds_ages_and_amounts_when_asked(String marked) {
        assertThat(detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"un contrat de 5 ans", "il y a 10 ans, Mme Roux", "Mme Roux a 3 ordinateurs", "12 % de 145 000"})
    void leaves_near_misses(String text) {
        assertThat(detected(text)).isEqualTo(text);
    }

    @Test
    void are_not_looked_for_by_default() {
        assertThat(MarkedText.detected("il a 42 ans et gagne 2 000 €")).isEqualTo("il a 42 ans et gagne 2 000 €");
    }
}
