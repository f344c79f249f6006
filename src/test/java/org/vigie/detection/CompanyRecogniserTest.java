package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SIREN ⟦SIREN 303 171 672⟧",
                "RCS Paris ⟦SIREN 434312229⟧",
                "la société Exemple (⟦SIREN 338 699 671⟧)",
                "SIRET : ⟦SIRET 77863644900010⟧",
                "⟦SIRET 534 578 687 00087⟧",
                "⟦SIRET 56841412200024⟧",
                "La Poste ⟦SIRET 35600000032524⟧, siège ⟦SIRET 35600000000048⟧",
                "RCS Nanterre ⟦SIREN 303 171 672⟧",
                "⟦SIREN 303171672⟧ RCS Paris",
                "immatriculée au registre du commerce et des sociétés de Clermont-Ferrand sous le n° ⟦SIREN 303171672⟧",
            })
    void finds_companies(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "817964849",
                "303171672",
                "303 171 672 €",
                "capital de 303 171 672 euros",
                "facture 303171672",
                "90399899500009",
                "991 242 504 00089",
                "35600000009161",
                "commande 77863644900010",
            })
    void leaves_broken_checksums_and_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIREN : ⟦SIREN 817964849⟧", "SIRET n° ⟦SIRET 991 242 504 00089⟧"})
    void masks_mistyped_ones_that_are_labelled(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
