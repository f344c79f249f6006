package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦CARD 4970278447509910⟧",
                "CB ⟦CARD 4970 2784 4750 9910⟧ exp. 12/27",
                "⟦CARD 374290694008868⟧",
                "⟦CARD 3742-906940-08868⟧",
                "carte : ⟦CARD 5138811520554266⟧",
                "⟦CARD 4970 2784\n4750 9910⟧",
                "⟦CARD 3742 906940 08868⟧",
            })
    void finds_cards(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3742 851429 70806",
                "3742 548644 69635",
                "374283073213656",
                "facture 4970278447509910",
                "4444444444444444",
                "9970278447509918",
                "49702784475099101234567890123",
            })
    void leaves_broken_checksums_and_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Carte bancaire : ⟦CARD 4970 2784 4750 9911⟧", "n° de carte ⟦CARD 374283073213656⟧"})
    void masks_mistyped_ones_that_are_labelled(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    /** Written at once, as people write at work; the words of one type beside the numbers of another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "VISA : ⟦CARD 4532 5260 1815 9080⟧",
                "VISA n° ⟦CARD 4970 3016 6131 8600⟧, cryptogramme à demander",
                "Paiement par VISA ⟦CARD 4111 9139 0996 0306⟧ le 3 mars",
                "Carte Visa Premier ⟦CARD 4485-8246-2819-4820⟧",
                "CB : ⟦CARD 4716199351819096⟧",
                "cb n°⟦CARD 4539 3786 5797 5431⟧",
                "C.B. ⟦CARD 4539 3786 5797 5431⟧",
                "MASTERCARD : ⟦CARD 5425 2319 4875 7494⟧",
                "Mastercard n° ⟦CARD 5138 1186 2527 6013⟧ au nom de la société",
                "MasterCard Corporate ⟦CARD 2221 8955 5979 7115⟧",
                "MC ⟦CARD 2720471049746504⟧ valable jusqu'en 06/29",
                "Amex : ⟦CARD 3714 667127 68427⟧",
                "AMEX ⟦CARD 378268465632120⟧",
                "American Express n° ⟦CARD 3499 233079 24400⟧",
                "Numéro de la carte : ⟦CARD 5512 7529 1703 4239⟧",
                "la carte affaires de l'agence, ⟦CARD 4970301661318600⟧, a été refusée",
                "Visa : ⟦CARD 4532 5260 1815 9081⟧",
                "Mastercard : ⟦CARD 5425 2319 4875 7495⟧",
                "Amex : ⟦CARD 3714 667127 68428⟧",
                "Titre de séjour et carte VISA : ⟦CARD 4532 5260 1815 9080⟧",
                "Visa n° : ⟦PASSPORT_ID 140569126351⟧ délivré à Dakar",
                "Carte nationale d'identité : ⟦PASSPORT_ID 140569126351⟧",
                "CNI ⟦PASSPORT_ID 1405 6912 6351⟧ et VISA ⟦CARD 4111 9139 0996 0306⟧",
                "Passeport ⟦PASSPORT_ID 17NL28800⟧, Visa ⟦CARD 4111 9139 0996 0306⟧ pour les frais",
                "num carte bleue ⟦CARD 4485824628194820⟧ exp 11/27 crypto 123",
                "\"carte\":\"⟦CARD 4485824628194820⟧\",\"visa\":\"⟦CARD 4539378657975431⟧\"",
                "VISA;⟦CARD 4970301661318600⟧;09/28",
                "Eurocard ⟦CARD 5138 1186 2527 6013⟧",
                "Carte de débit ⟦CARD 4970.3016.6131.8600⟧",
                "Carte logée : ⟦CARD 5425 2319 4875 7494⟧ (voyages)",
                "Son visa ⟦PASSPORT_ID 140569126351⟧ a expiré",
            })
    void hears_how_cards_are_named(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
