package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "M. ⟦PERSON Olive Petit⟧ arrive.",
                "Mme ⟦PERSON Le Goff⟧, M.\u00A0⟦PERSON de La Tour⟧",
                "Madame ⟦PERSON Anne-Sophie DURAND⟧ et monsieur ⟦PERSON Martin⟧",
                "MM. ⟦PERSON Durand⟧, ⟦PERSON Petit⟧ et ⟦PERSON Martin⟧ sont là",
                "Maître ⟦PERSON d'Estaing⟧ plaide, Me ⟦PERSON O’Brien⟧ aussi",
                "le Dr ⟦PERSON J.-P. Roux⟧ et le Pr. ⟦PERSON Élise Noël⟧",
                "- M. ⟦PERSON Durand⟧\n- Mlle ⟦PERSON Roy⟧",
                "M ⟦PERSON Dupont⟧",
                "Bonjour Madame ⟦PERSON Lévy⟧,\nMerci",
                "Monsieur le Professeur ⟦PERSON Durand⟧",
                "M. et Mme ⟦PERSON Durand⟧",
                "MONSIEUR ⟦PERSON DUPONT⟧ EST ARRIVÉ",
                "Mme ⟦PERSON Durand⟧ part. Le dossier de ⟦PERSON Durand⟧ suit ; d'⟦PERSON Durand⟧ aussi.",
            })
    void finds_persons(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Madame, Monsieur,",
                "Madame la Présidente",
                "Monsieur le Maire de Paris",
                "Monsieur Directeur",
                "maître d'Ouvrage",
                "un budget de 5 M Euros",
                "il me Faut",
                "taille M. Nous avons",
                "le maître mot",
                "ses deux professeurs. Enfant, il lisait",
                "les maîtres du Lycée Voltaire",
                "M. X dit",
                "des données de Paris",
                "Dr",
                "M.",
            })
    void leaves_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }
}
