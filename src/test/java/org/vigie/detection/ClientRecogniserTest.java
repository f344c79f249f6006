package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "notre client ⟦ORG_CLIENT Fablier Conseil⟧ demande",
                "Client : ⟦ORG_CLIENT Fablier Conseil SAS⟧\nProjet : portail",
                "**Nom du client :** ⟦ORG_CLIENT Brasserie du Haut-Pays⟧",
                "{\"client\": \"⟦ORG_CLIENT Verrerie de l'Oise⟧\", \"id\": 4}",
                "notre cliente, la société ⟦ORG_CLIENT Ondaline⟧, veut",
                "pour le compte de ⟦ORG_CLIENT Petit & Fils⟧.",
                "pour le compte de la société ⟦ORG_CLIENT Ondaline GmbH⟧,",
                "une mission de trois mois, mission chez ⟦ORG_CLIENT Ondaline⟧",
                "⟦ORG_CLIENT Ondaline⟧, notre client depuis 2016",
                "le groupe ⟦ORG_CLIENT Ondaline⟧ (client) a",
                "nos clients ⟦ORG_CLIENT Ondaline⟧, ⟦ORG_CLIENT Verrival⟧ et ⟦ORG_CLIENT Fablier⟧.",
                "Clients touchés :\n- ⟦ORG_CLIENT Ondaline⟧\n- ⟦ORG_CLIENT La Verrerie⟧ (Oise)\n",
                "nom_client;montant\n⟦ORG_CLIENT Ondaline⟧;12\n⟦ORG_CLIENT Verrival SA⟧;15\n",
                "compte client ⟦ORG_CLIENT Ondaline⟧ : 12 k€",
                "Le client ⟦ORG_CLIENT ONDALINE⟧ a appelé",
            })
    void finds_clients(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le client souhaite une remise. Nous verrons",
                "le service client Ondaline",
                "Client Windows, client HTTP, le client Outlook",
                "Client : bonjour, je voudrais",
                "Client : Oui\nAgent : bien",
                "HttpClient client = new HttpClient();",
                "client: Socket;",
                "Client : M. X",
                "pour le compte de tous",
                "la mission chez nous",
                "code client A45",
                "les clients. Bonjour",
                "les clients et Nous",
            })
    void leaves_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }
}
