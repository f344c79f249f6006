package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "né le ⟦DATE_OF_BIRTH 12/03/1980⟧",
                "Né(e) le : ⟦DATE_OF_BIRTH 12.03.80⟧ à Lyon",
                "née à Saint-Denis (93) le ⟦DATE_OF_BIRTH 3 septembre 2002⟧.",
                "NE LE ⟦DATE_OF_BIRTH 01 02 1990⟧ A PARIS",
                "Date de naissance :\t⟦DATE_OF_BIRTH 1er avril 1980⟧",
                "date de naissance (jj/mm/aaaa) : ⟦DATE_OF_BIRTH 05-11-1975⟧",
                "DDN ⟦DATE_OF_BIRTH 12031980⟧, DDN=⟦DATE_OF_BIRTH 120380⟧",
                "D.N. : ⟦DATE_OF_BIRTH 12/03/80⟧ ; nd : ⟦DATE_OF_BIRTH 12/03/80⟧",
                "**Naissance :** ⟦DATE_OF_BIRTH 12 mars 1980⟧",
                "{\"birthDate\": \"⟦DATE_OF_BIRTH 1980-03-12⟧\", \"date_naissance\": \"⟦DATE_OF_BIRTH 1980/03/12⟧\"}",
                "dob: ⟦DATE_OF_BIRTH 1980-03-12⟧T00:00:00Z",
                "Date et lieu de naissance : ⟦DATE_OF_BIRTH 12/03/1980⟧, Brest",
                "née le ⟦DATE_OF_BIRTH trois septembre mille neuf cent quatre-vingt-deux⟧ à Dax",
                "Born on ⟦DATE_OF_BIRTH March 12, 1980⟧",
                "ses jumeaux sont nés le ⟦DATE_OF_BIRTH 3/5/2015⟧ et le ⟦DATE_OF_BIRTH 4/5/2015⟧",
                "Son anniversaire : ⟦DATE_OF_BIRTH 4 mai 1971⟧",
                "dossier;date_naissance;ville\nX;⟦DATE_OF_BIRTH 12/03/1980⟧;Lyon\nY;;Lyon\nZ;⟦DATE_OF_BIRTH 1981-04-02⟧;Brest\n",
                "| Nom | Date de naissance |\n|---|---|\n| X | ⟦DATE_OF_BIRTH 12/03/1980⟧ |\n",
                "née ⟦PERSON Durand⟧, le ⟦DATE_OF_BIRTH 12 févr. 1980⟧",
                "la naissance de sa fille le ⟦DATE_OF_BIRTH 2 mai 2024⟧",
            })
    void finds_dates_of_birth(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le 12/03/1980",
                "né le 31/02/1980",
                "né le 12/13/2099",
                "Lieu de naissance : Brest\nEmbauché le : 12/03/2010",
                "né à Lyon, embauché le 12/03/2010",
                "congé de naissance du 12/03/2024",
                "il ne le fera pas avant le 12/03/2024",
                "cela ne change pas : le 12/03/2024, nous",
                "nom de naissance, entrée le 12/03/2024",
                "l'anniversaire du contrat, 12/03/2024",
                "la société est née en 1980",
                "n° 12/03/1980",
            })
    void leaves_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }
}
