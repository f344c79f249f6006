package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦PHONE +33(0)7 99 00 11 22⟧",
                "⟦PHONE 0033 1 99 00 12 34⟧",
                "⟦PHONE 02-61-91-00-11⟧",
                "Tél. : ⟦PHONE 06.39.98.12.34⟧.",
                "appelez le ⟦PHONE 0199001234⟧ avant midi",
                "⟦PHONE 0639981234⟧",
                "⟦PHONE 06\u00A039\u202F98\u00A012\u202F34⟧",
                "⟦PHONE 01 99 00 12 34⟧/⟦PHONE 06 39 98 12 34⟧",
                "⟦PHONE 06 39 98 12 34⟧ ou ⟦PHONE 07 39 98 12 34⟧",
                "(⟦PHONE +33 6 39 98 12 34⟧)",
                "⟦PHONE +33639981234⟧, ⟦PHONE +33 (0)6 39 98 12 34⟧",
                "⟦PHONE +41 22 730 51 11⟧ à Genève",
                "⟦PHONE +1 (212) 555-0123⟧",
                "⟦PHONE +262 262 12 34 56⟧",
                "⟦PHONE 0041 22 730 51 11⟧",
                "son portable : ⟦PHONE 06 399 812 34⟧",
                "Mobile ⟦PHONE 0 6 3 9 9 8 1 2 3 4⟧",
                "⟦PHONE 00 33 (0)6 39 98 12 34⟧",
                "⟦PHONE 06/39/98/12/34⟧ ; ⟦PHONE 06 - 39 - 98 - 12 - 34⟧",
                "⟦PHONE 06 39 98\n12 34⟧",
                "⟦PHONE 06-39 98.12 34⟧",
                "⟦PHONE O6 39 98 12 34⟧",
                "⟦PHONE 0262 12 34 56⟧",
                "tél. ⟦PHONE 639981234⟧",
                "⟦PHONE 33 6 39 98 12 34⟧",
                "⟦PHONE zéro six, trente-neuf, quatre-vingt-dix-huit, douze, trente-quatre⟧ merci",
                "((0)6…) ⟦PHONE (0)6 39 98 12 34⟧",
            })
    void finds_numbers(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00 02 34 56 78",
                "06 12 34 56",
                "2024-118-554",
                "le 12/06/2024 à 14:30",
                "version 1.2.3.4.5",
                "appelez le 15, le 3639 ou le 112",
                "facture 0123456789",
                "FA-0612345678",
                "article L. 1234-5 du code du travail",
                "+20 000 000 habitants",
                "une hausse de +33 %",
                "C++17 et +12",
                "01 02 03 04 05 06 07",
                "0,0612345678",
                "1234567890123456789012345678",
                "SN0612345678",
                "paliers 05 10 15 20 25",
                "zéro défaut, zéro six fois",
                "dossier 0145678901",
            })
    void leaves_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }
}
