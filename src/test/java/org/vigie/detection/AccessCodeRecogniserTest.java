package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessCodeRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "code PIN : ⟦SECRET 4821⟧",
                "digicode ⟦SECRET 45B12⟧",
                "code d'accès : ⟦SECRET 7845#⟧",
                "le code de la porte ⟦SECRET B2345⟧",
                "code de l'alarme est ⟦SECRET 5512⟧",
                "clé wifi : ⟦SECRET aB3dE5gH7j⟧",
                "jeton : ⟦SECRET aB3dE5gH7jK9mN2p⟧",
                "Votre code est ⟦SECRET 482913⟧",
                "clé API : ⟦SECRET 9f8e7d6c5b4a39281706⟧",
                "api_key = \"⟦SECRET b6r7HsMYJQcZzkj1QSjXGY7mYDjtUNqj⟧\"",
                "clientSecret: ⟦SECRET aB3dE5gH7jK9mN2p⟧",
                "X-Auth-Token: ⟦SECRET 9f8e7d6c5b4a39281706⟧",
            })
    void finds_codes_and_keys(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code postal 75011",
                "votre code postal : 75011",
                "code client 12345",
                "code de la sécurité sociale, article 12",
                "code d'erreur 404",
                "code APE 6201Z",
                "code du travail L1234",
                "clé USB : 32Go",
                "clé RIB : 76",
                "const token = getToken();",
                "key = \"page.title\"",
                "cache_key = \"user:123:abc\"",
                "public_key = \"aB3dE5gH7jK9mN2pQ4sT6vX8\"",
                "monkey: aB3dE5gH7jK9mN2pQ4sT6vX8",
            })
    void leaves_other_codes(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
