package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "J'habite au ⟦ADDRESS 12 bis, rue des Peupliers\n75020 Paris⟧.",
                "⟦ADDRESS 7 impasse du Four, 29200 Brest⟧, France",
                "Adresse : ⟦ADDRESS Résidence Les Mimosas, Bât. B2, appt 14\n3 allée des Pins\n83400 HYERES CEDEX 2⟧",
                "livrer ⟦ADDRESS 45 BD DU MARECHAL FOCH 49100 ANGERS⟧ TEL",
                "au ⟦ADDRESS 8 av. du Gal. Leclerc, 3e étage, 92100 Boulogne-Billancourt⟧, puis",
                "⟦ADDRESS 18 place du 8 mai 1945, 38000 Grenoble⟧",
                "elle loge ⟦ADDRESS 4 rue gambetta à Lyon⟧ depuis mars",
                "le magasin du ⟦ADDRESS 26 rue Nationale, Tours⟧.",
                "il vit ⟦ADDRESS 9 rue des lilas⟧ avec sa sœur",
                "⟦ADDRESS 12-14 quai de la Fosse - 44000 Nantes⟧",
                "⟦ADDRESS 2 ter r. Pasteur 69007 Lyon 7e⟧",
                "⟦ADDRESS 5 grande rue, 25000 Besançon⟧",
                "⟦ADDRESS 31, route de Vannes, BP 1234, 44800 Saint-Herblain⟧",
                "⟦ADDRESS ZA des Landes, 35000 Rennes⟧",
                "⟦ADDRESS Lieu-dit Kerlan, 29300 Mellac⟧",
                "⟦ADDRESS 3 lotissement Les Oliviers\n13600 La Ciotat⟧\nMerci",
                "⟦ADDRESS rue de la Loi 16, 1000 Bruxelles⟧",
                "⟦ADDRESS Chemin du Lac 5, 1204 Genève⟧",
                "⟦ADDRESS Musterstraße 5, 10115 Berlin⟧",
                "Adresse : ⟦ADDRESS Le Bourg, 24220 Vézac⟧",
                "⟦ADDRESS BP 40123\n35000 Rennes Cedex⟧",
                "⟦ADDRESS 5 Clos Vert, 67000 Strasbourg⟧",
                "17;a;⟦ADDRESS 6 rue Haute;57000;Metz⟧;actif",
                "{\"adresse\": \"⟦ADDRESS 6 rue Haute, 57000 Metz⟧\"}",
                "<p>⟦ADDRESS 6 rue Haute<br/>57000 Metz⟧</p>",
                "jhabite ⟦ADDRESS 17 av jean jaures 93100 montreuil⟧ et toi",
                "⟦ADDRESS 12 cours Mirabeau⟧ à midi",
                "domicilié ⟦ADDRESS 12, rue de l’Église⟧, et",
                "Siège : ⟦ADDRESS Tour Horizon, 30 cours de l'Île Seguin, 92100 Boulogne⟧",
            })
    void finds_addresses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "la rue de Rivoli est fermée",
                "Ils sont descendus dans la rue. 75011 Paris",
                "il reste 12 places disponibles, 3 cours de français et 2 routes",
                "75011 Paris",
                "à Lyon, 69003 Lyon",
                "une place de parking au 2 quai",
                "le 12 mars, 75011 Paris",
                "nous avons 4 voies de recours",
                "en 2024, route barrée",
                "le 3 cours du blé monte",
                "Il y a 2 chemins.",
                "rue Gambetta",
                "ticket 4512 : 75011 Paris",
                "1 place en crèche, 2 res. libres",
            })
    void leaves_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }
}
