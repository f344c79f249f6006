package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignVatTest {
    /** Numbers that tax administrations and public firms print themselves. */
    @ParameterizedTest
    @CsvSource({
        "AT,U13585627",
        "BE,0403019261",
        "BG,175074752",
        "CHE,116281710",
        "CY,10259033P",
        "CZ,25123891",
        "DE,136695976",
        "DK,13585628",
        "EE,100931558",
        "EL,094259216",
        "ES,A13585625",
        "ES,54362315K",
        "ES,X5253868R",
        "FI,20774740",
        "GB,980780684",
        "HR,33392005961",
        "HU,12892312",
        "IE,6433435F",
        "IE,6433435OA",
        "IT,00743110157",
        "LT,119511515",
        "LT,100001919017",
        "LU,15027442",
        "LV,40003521600",
        "MT,11679112",
        "NL,004495445B01",
        "PL,8567346215",
        "PT,501964843",
        "RO,18547290",
        "SE,123456789701",
        "SI,50223054",
        "SK,2022749619",
    })
    void knows_the_checks(String country, String number) {
        assertThat(ForeignVat.isValid(country, number)).isTrue();
    }

    /** One digit that is another breaks every check but the Spanish letters of persons, which see it too. */
    @ParameterizedTest
    @CsvSource({
        "AT,U13585626",
        "BE,0403019262",
        "BG,175074751",
        "CHE,116281711",
        "CY,10259033Q",
        "CZ,25123892",
        "DE,136695977",
        "DK,13585629",
        "EE,100931557",
        "EL,094259217",
        "ES,A13585626",
        "ES,54362315Z",
        "FI,20774741",
        "GB,802311781",
        "HR,33392005962",
        "HU,12892313",
        "IE,6433435E",
        "IT,00743110158",
        "LT,119511525",
        "LU,15027443",
        "LV,40003521601",
        "MT,11679113",
        "NL,123456790B01",
        "PL,8567346216",
        "PT,501964842",
        "RO,18547291",
        "SE,123456789101",
        "SI,50223055",
        "SK,2022749618",
    })
    void refuses_a_wrong_digit(String country, String number) {
        assertThat(ForeignVat.isValid(country, number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rotterdam, ⟦VAT NL004495445B01⟧",
                "C05,⟦VAT PL8567346215⟧,99.90",
                "Ferragens Lda, ⟦VAT PT501964843⟧",
                "contrôler ⟦VAT de136695976⟧ dans VIES",
                "TVA des clients du sud : ⟦VAT EL094259216⟧, ⟦VAT MT11679112⟧, ⟦VAT CY10259033P⟧, ⟦VAT HR33392005961⟧, ⟦VAT SI50223054⟧",
                "Notre numéro de TVA est ⟦VAT PL\n8567346215⟧",
                "TVA ⟦VAT FR RR 415 799 725⟧",
                "TVA ⟦VAT FR RR415799725⟧",
                "article DK13585628",
                "lot PT501964843",
                "si 50223054 est saisi",
                "DE136695977",
                "REF-PT501964843",
            })
    void finds_them_without_a_word_unless_they_are_something_else(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
