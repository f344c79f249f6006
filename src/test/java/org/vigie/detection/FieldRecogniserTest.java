package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom : ⟦PERSON DURAND⟧ Prénom : ⟦PERSON Alice⟧",
                "**Nom :** ⟦PERSON Petit⟧\n**Prénom(s)** : ⟦PERSON Rose⟧",
                "Nom et prénom : Mme ⟦PERSON DA SILVA Maria⟧",
                "Nom du salarié : ⟦PERSON Tchouameni⟧",
                "Présents : ⟦PERSON A. Durand⟧, ⟦PERSON Sophie⟧, ⟦PERSON Karim B.⟧ et M. ⟦PERSON Petit⟧ (DSI)",
                "Participants :\n- ⟦PERSON Claire Fontaine⟧ (RH)\n- ⟦PERSON Nguyen Thi Hoa⟧",
                "Rédigé par : ⟦PERSON Sophie Durand⟧\nManager: ⟦PERSON Wei Zhang⟧",
                "De : ⟦PERSON Sophie Durand⟧ <⟦EMAIL s.durand@exemple.fr⟧>\nCc: ⟦PERSON Marie⟧; ⟦PERSON Paul Roux⟧",
                "{\"nom\": \"⟦PERSON Tchouameni⟧\", \"prenom\": \"⟦PERSON Aurel⟧\", \"name\": \"vigie-web\"}",
                "{\"author\": {\"name\": \"⟦PERSON Alice Durand⟧\"}, \"participants\": [\"⟦PERSON Karim⟧\", \"⟦PERSON Zoé⟧\"]}",
                "- nom: ⟦PERSON Bá⟧\n  prenom: ⟦PERSON Élise⟧",
                "<nom>⟦PERSON Durand⟧</nom><first_name>⟦PERSON Alice⟧</first_name>",
                "admin.nom=⟦PERSON Tristan Sauvaget⟧",
                "Nom;Prénom;Date de naissance;Service\n⟦PERSON Ab⟧;⟦PERSON Xu⟧;⟦DATE_OF_BIRTH 01/02/1990⟧;RH",
                "| Salarié | Manager | Salaire |\n|---|---|---|\n| ⟦PERSON Rose Petit⟧ | ⟦PERSON P. Martin⟧ | 45000 |",
                "N°  NOM        PRENOM     AGE\n1   ⟦PERSON BEN SALAH⟧  ⟦PERSON RAYAN⟧      21",
            })
    void finds_what_labels_and_columns_name(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom du projet : Phénix",
                "Responsable : Direction technique\nContact : service client\nValidé par : Comité de pilotage",
                "Nom : \nPrénom : néant",
                "name: build-and-test\nowner: team-platform\n- name: Checkout",
                "Nom;Type;Taille\nrapport.pdf;PDF;12\nphoto.png;Image;345",
                "String nom = personne.getNom();",
                "À : tous\nCc : Direction financière ; équipe projet",
                "| Produit | Prix |\n|---|---|\n| Table Rose | 120 |",
            })
    void leaves_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }
}
