package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRecogniserTest {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "J'ai croisé ⟦PERSON Sophie Durand⟧ hier.",
                "⟦PERSON DURAND Alice⟧ et ⟦PERSON Lefèvre Benoît⟧ sont là",
                "⟦PERSON J. Dupont⟧, ⟦PERSON J.-P. Martin⟧ et ⟦PERSON Dupont J.⟧",
                "Selon ⟦PERSON Kowalski⟧, c'est bon.",
                "avec ⟦PERSON Nguyen Thi Mai⟧ et ⟦PERSON Yassine El Amrani⟧",
                "vu par ⟦PERSON Maria Da Silva⟧ et ⟦PERSON Jan Van den Berghe⟧",
                "Le bureau de ⟦PERSON Claire Fontaine⟧ ; celui de ⟦PERSON Rose Marchand⟧",
                "bonjour ⟦PERSON sophie⟧, ⟦PERSON karim⟧ est là ?",
                "salut ⟦PERSON thomas⟧ !",
                "je demande à ⟦PERSON nadia⟧",
                "Bien cordialement,\n⟦PERSON Hélène⟧",
                "Merci, ⟦PERSON Paul⟧",
                "[10:32] ⟦PERSON Karim⟧ : ok\n<⟦PERSON nolwenn⟧> oui\n10:33 - ⟦PERSON romain⟧: non",
                "⟦PERSON Sophie⟧, ⟦PERSON Karim⟧ et ⟦PERSON Bouaziz⟧ viennent",
                "d'après ⟦PERSON Gaëlle⟧, l'accord d'⟦PERSON Élodie⟧",
                "⟦PERSON Traoré⟧;⟦PERSON Moussa⟧;A12",
                "new Person(\"⟦PERSON Alice⟧\", \"⟦PERSON Lefebvre⟧\");",
                "⟦PERSON Sophie Martin⟧ part. Les ⟦PERSON Martin⟧ aussi. ⟦PERSON MARTIN⟧ revient, ⟦PERSON Sophie⟧ reste.",
            })
    void finds_persons(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "la rue Gambetta, le lycée Victor-Hugo, la loi Sapin II, le théorème de Pythagore",
                "La société Lambert, Transports Girard, Durand & Fils, Menuiserie Moreau SARL, le cabinet Bernard",
                "Renault, Peugeot, Leclerc et Michelin recrutent à Paris, Lyon et Grenoble.",
                "Le Directeur Général a validé le Plan de Continuité d'Activité en Janvier.",
                "PROJET DE REFONTE DU SYSTEME D'INFORMATION",
                "# Guide d'Installation du Poste de Travail",
                "La rose est rouge, le marchand est petit, la pierre est claire.",
                "une lampe Victoria, le ferry Danielle-Casanova, la Mégane, la Saint-Nicolas",
                "import org.martin.Sophie;\nclass SophieService { }\n// Martin algorithm",
                "Martin.java est dans /home/sophie/src, voir sophie_durand et @types/karim",
                "Cher client, Chers collègues, Bonjour à tous, Merci beaucoup",
                "Finitions Noyer Cendré et Blanc Perle, Coupe Davis, Leroy Merlin",
            })
    void leaves_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }

    @Test
    void is_linear_on_hostile_text() {
        Detector detector = new Detector(StaffDirectory.EMPTY);
        for (String piece :
                new String[] {"A. ", "Sophie ", "nom:", "<nom ", "Nom;", "De La ", "a,b\n", "\"nom\":[\""}) {
            String text = piece.repeat((1 << 19) / piece.length());
            long start = CPU.getCurrentThreadCpuTime();
            assertThat(detector.detect(text).size()).isLessThan(text.length());
            // Quadratic work would take minutes; processor time, since the machine may be busy.
            assertThat((CPU.getCurrentThreadCpuTime() - start) / 1_000_000)
                    .as(piece)
                    .isLessThan(5_000);
        }
    }
}
