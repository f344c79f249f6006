package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦URL_CRED postgresql://vigie:s3cr3t-Pa55@db.exemple.fr:5432/vigie⟧",
                "cache=⟦URL_CRED redis://:motdepasse9@cache:6379/0⟧",
                "⟦URL_CRED jdbc:postgresql://db/x?user=a&password=Zebre123⟧",
                "(⟦URL_CRED https://exemple.fr/a?page=2&token=abc123def⟧)",
                "⟦URL_CRED jdbc:sqlserver://srv:1433;databaseName=x;user=sa;password=Zebre123⟧;",
                "⟦URL_CRED jdbc:oracle:thin:scott/tiger9@//host:1521/x⟧",
                "⟦URL_CRED mongodb+srv://app:Zebre123@grappe.exemple.net/base⟧",
                "⟦URL_CRED https://exemple.s3.amazonaws.com/f?X-Amz-Signature=9f86d081884c7d65⟧",
            })
    void finds_whole_addresses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://exemple.fr:8080/a?b=c#d",
                "https://user@exemple.fr/",
                "https://exemple.fr/?token=<token>",
                "https://app:${PASSWORD}@exemple.fr",
                "https://exemple.fr/?key=accueil&code=fr",
                "ftp://exemple.fr/a;type=i",
                "http://localhost:3000",
            })
    void leaves_plain_addresses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
