package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRecogniserTest {
    /** Bodies are made here, so that no scanner takes this file for a leak. */
    private static String body(int length) {
        return "aB3dE5gH7jK9mN2pQ4sT6vX8".repeat(1 + length / 24).substring(0, length);
    }

    @ParameterizedTest
    @CsvSource({
        "ghp_, 36", "gho_, 36", "github_pat_, 82", "glpat-, 20", "xoxb-, 50", "xoxp-, 60", "AIza, 35", "sk-proj-, 120",
        "sk-, 48", "sk-ant-api03-, 95", "sk_live_, 24", "rk_live_, 24", "hf_, 34", "npm_, 36", "SG., 66", "hvs., 90",
    })
    void finds_prefixed_keys(String prefix, int length) {
        String marked = "clé=\"⟦SECRET " + prefix + body(length) + "⟧\" fin.";
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @Test
    void finds_aws_keys() {
        String marked = "aws_access_key_id = ⟦SECRET AKIA" + "ABCDEFGHIJKLMNOP" + "⟧\n";
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @Test
    void finds_json_web_tokens() {
        String marked = "Bearer ⟦SECRET eyJ" + body(20) + ".eyJ" + body(40) + "." + body(43) + "⟧, ok";
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @Test
    void finds_a_private_key_as_one_block() {
        String key =
                "-----BEGIN RSA PRIVATE KEY-----\n" + (body(64) + "\n").repeat(5) + "-----END RSA PRIVATE KEY-----";
        String marked = "Voici :\n⟦SECRET " + key + "⟧\nMerci";
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @Test
    void finds_a_private_key_that_is_cut() {
        String marked = "⟦SECRET -----BEGIN PRIVATE KEY-----\n" + body(64) + "\n" + body(64) + "\n" + body(7) + "⟧";
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-une-tres-longue-branche-de-travail-en-minuscules",
                "ghp_court",
                "-----BEGIN CERTIFICATE-----",
                "Le fichier commence par -----BEGIN PRIVATE KEY----- puis des lignes.",
                "eyJ est le début de {\"",
                "le préfixe sk-ant- est celui d'Anthropic",
                "AKIAMONDE",
                "npm_config_registry",
            })
    void leaves_near_misses(String text) {
        assertThat(MarkedText.detected(text)).isEqualTo(text);
    }
}
