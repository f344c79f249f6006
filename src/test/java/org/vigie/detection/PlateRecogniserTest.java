package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlateRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦PLATE GT-224-NW⟧ est garée",
                "un utilitaire ⟦PLATE GN679EV⟧",
                "véhicule ⟦PLATE FZ 945 MX⟧",
                "plaque ⟦PLATE gt-224-nw⟧",
                "immatriculé ⟦PLATE 2300 JP 31⟧",
                "plaque : ⟦PLATE 2781LA31⟧",
                "véhicules : ⟦PLATE GN679EV⟧, ⟦PLATE FZ945MX⟧ et ⟦PLATE DN741XN⟧",
            })
    void finds_plates(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AI-123-BC",
                "SS-123-AB",
                "AB-000-CD",
                "WW-123-AB",
                "plaque 0123 AB 75",
                "plaque 1234 IO 75",
                "plaque 1234 AB 96",
                "GN679EV",
                "ticket AB-123-CD",
                "REF-AB-123-CD",
                "LE PRIX EN 123 DE PLUS",
            })
    void leaves_near_misses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    /** Written at once, as people write at work, with what is of the same form and no plate at the end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le véhicule de location immatriculé ⟦PLATE GT-224-NW⟧ sera rendu vendredi.",
                "Kangoo ⟦PLATE FZ 945 MX⟧ : vidange à prévoir",
                "Sinistre du 12 mars, véhicule ⟦PLATE DN741XN⟧, tiers ⟦PLATE EF-418-RB⟧",
                "Clio de service (⟦PLATE GB-507-KL⟧) garée au niveau -2",
                "accès parking pour ⟦PLATE fh-302-qc⟧ merci",
                "Peugeot 308 ⟦PLATE GA.118.ZT⟧",
                "Plaque d'immatriculation : ⟦PLATE EQ 633 VD⟧",
                "immat ⟦PLATE cw559pb⟧",
                "Ma nouvelle voiture c'est ⟦PLATE HB 204 XY⟧, tu peux l'ajouter à la barrière ?",
                "badge n° 12 : ⟦PLATE GL-871-TS⟧",
                "PV reçu pour ⟦PLATE FN-660-DA⟧, qui conduisait ?",
                "Remorque ⟦PLATE AB-123-CD⟧ (75)",
                "carte grise ⟦PLATE CD–518–WE⟧",
                "Ancienne plaque ⟦PLATE 2913 FZ 44⟧",
                "Immatriculation : ⟦PLATE 415 BKT 69⟧",
                "Twingo ⟦PLATE 8 QX 2A⟧",
                "tracteur ⟦PLATE 1204 RS 974⟧",
                "véhicule électrique ZOE, ⟦PLATE GG 015 BB⟧, borne 4",
                "Forfait post-stationnement concernant le véhicule ⟦PLATE FR-123-FR⟧",
                "immatriculation;⟦PLATE GT-224-NW⟧;diesel",
                "\"plaque\":\"⟦PLATE EF418RB⟧\"",
                "Le Berlingo ⟦PLATE EF 418 RB⟧ et le Trafic ⟦PLATE GB 507 KL⟧ partent à Nantes.",
                "Covoiturage : je suis en Golf grise, ⟦PLATE EQ-633-VD⟧",
                "Taxi ⟦PLATE FZ-945-MX⟧ réservé pour 8 h",
                "Immatriculée sous le n° ⟦PLATE GL 871 TS⟧",
                "véhicule volé ⟦PLATE AA229AA⟧",
                "Le lot AB 123 CD est terminé",
                "Commande AB-123-CD expédiée",
                "Salle BC 204 DE l'étage",
                "vol AF 123 DE Paris",
                "Je me gare place 14, ma plaque est la ⟦PLATE FH302QC⟧",
                "Immatriculation\n⟦PLATE GB507KL⟧\nKilométrage\n45 210",
                "| Véhicule | Immatriculation | Entretien |\n|---|---|---|\n| Clio | ⟦PLATE GN679EV⟧ | mars |\n| Kangoo | ⟦PLATE FZ945MX⟧ | avril |\n| Master | ⟦PLATE DN741XN⟧ | mai |",
                "N° d'immat : ⟦PLATE gn 679 ev⟧",
                "PV du 4 mars : ⟦PLATE GA118ZT⟧, excès de vitesse",
                "amende reçue pour le ⟦PLATE EQ633VD⟧",
                "Tesla model 3 ⟦PLATE GL 871 TS⟧ en recharge",
                "Constat amiable, véhicule A : ⟦PLATE FN660DA⟧, véhicule B : ⟦PLATE CW559PB⟧",
                "Pense à mettre de l'essence dans la 208 ⟦PLATE AB229CD⟧ avant de la rendre",
                "leasing Arval n° 45872, ⟦PLATE GG015BB⟧, fin 06/2027",
                "Le chauffeur du poids lourd ⟦PLATE EZ 490 HT⟧ attend au quai 3.",
                "livraison par ⟦PLATE GJ-771-QS⟧ à 14h",
                "plaque ⟦PLATE GJ - 771 - QS⟧",
                "ancienne immat ⟦PLATE 4521 VH 13⟧, nouvelle ⟦PLATE FT-208-LM⟧",
                "voiture : ⟦PLATE 87 ABC 2B⟧",
            })
    void hears_how_plates_are_named(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
