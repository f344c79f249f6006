package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦EMAIL jean.dupont@exemple.fr⟧",
                "Écris à ⟦EMAIL a.durand+projet@mail.exemple.co.uk⟧.",
                "mailto:⟦EMAIL o_petit@exemple.org⟧?subject=Bonjour",
                "<⟦EMAIL olive@exemple.fr⟧>, ⟦EMAIL remi@exemple.fr⟧;",
                "l'adresse ⟦EMAIL élise.noël@société-exemple.fr⟧ est bonne",
                "⟦EMAIL jean.dupont (at) exemple.fr⟧",
                "⟦EMAIL jean.dupont[at]exemple [point] fr⟧ merci",
                "⟦EMAIL jean.dupont @ exemple.fr⟧",
                "{\"to\":\"⟦EMAIL alice.martin@exemple.fr⟧\"}",
                "⟦EMAIL jean.dupont (at) exemple (point) fr⟧",
                "⟦EMAIL jean.dupont arobase exemple point fr⟧",
                "⟦EMAIL jdupont chez exemple point fr⟧",
                "⟦EMAIL \"jean dupont\"@exemple.fr⟧",
                "⟦EMAIL jean.dupont(arobase)exemple.fr⟧.",
            })
    void finds_addresses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Override",
                "suivez @vigie sur le réseau",
                "react@18.2.0",
                "logo@2x.png",
                "git@github.com:equipe/depot.git",
                "user@localhost",
                "a @ b",
                "rendez-vous (at) 10 h",
                "@",
                "je travaille chez exemple.fr",
                "https://user@exemple.fr",
            })
    void leaves_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }
}
