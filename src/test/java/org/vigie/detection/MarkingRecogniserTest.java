package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.kernel.DataClass;

class MarkingRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦MARKING CONFIDENTIEL RH⟧ – note du 3 mars",
                "Objet : [⟦MARKING Confidentiel⟧] plan social",
                "Note ⟦MARKING STRICTEMENT CONFIDENTIEL⟧ à lire",
                "⟦MARKING Confidentiel⟧ - usage du service",
                "**⟦MARKING Diffusion restreinte⟧**",
                "Page 3/8 | ⟦MARKING Interne⟧",
                "⟦MARKING TLP:AMBER+STRICT⟧ incident",
                "Classification : ⟦MARKING C2⟧",
                "Niveau de confidentialité : ⟦MARKING restreint⟧",
                "[⟦MARKING C3⟧] Bilan",
                "{\"classification\": \"⟦MARKING C1⟧\"}",
                "⟦MARKING INTERNE⟧\nOrdre du jour",
                "Ce document est ⟦MARKING strictement confidentiel⟧.",
                "⟦MARKING Document confidentiel⟧, merci",
                "⟦MARKING NE PAS DIFFUSER⟧ avant lundi",
                "⟦MARKING SPÉCIAL FRANCE⟧",
                "Subject: ⟦MARKING Internal use only⟧",
                "# ⟦MARKING Secret des affaires⟧\n",
            })
    void finds_markings(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signer la clause de confidentialité et l'accord de confidentialité",
                "c'est confidentiel pour l'instant",
                "un document confidentiel a été perdu",
                "le secret professionnel s'impose aux médecins",
                "son niveau d'anglais : C1",
                "cellule C2, colonne C3",
                "- Interne : poste 12",
                "le service interne et le secret de la réussite",
                "merci de ne pas diffuser ce lien",
                "le public est venu",
                "un secret : la patience",
                "la mention « confidentiel » doit figurer",
                "NOTE DE SERVICE INTERNE",
                "ESPACE PUBLIC",
                "public static void main",
                "internal server error",
                "le protocole TLP",
            })
    void leaves_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "TLP:RED,C3",
        "TRÈS SECRET,C3",
        "CONFIDENTIEL,C2",
        "DIFFUSION RESTREINTE,C2",
        "[INTERNE],C1",
        "[PUBLIC],C0"
    })
    void says_the_class_of_a_marking(String text, DataClass dataClass) {
        assertThat(new Detector(StaffDirectory.EMPTY).detect(text))
                .singleElement()
                .extracting(Finding::dataClass)
                .isEqualTo(dataClass);
    }
}
