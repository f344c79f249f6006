package org.vigie.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class JwsTest {
    /** The key and the signature of RFC 8037, appendix A. */
    private static final String RFC_JWK =
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"kid\":\"\"}";

    private static final String RFC_SIGNED = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
            + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    private static final String PAYLOAD = "{\"type\":\"vigie-mission-attestation\",\"exchanges\":3}";

    private final KeyPair pair = pair();
    private final String id = VerificationKeys.idOf(pair.getPublic());
    private final String signed = Jws.sign(PAYLOAD, pair.getPrivate(), id);

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private VerificationKeys ours() throws JwsException {
        return VerificationKeys.read("{\"keys\":[{\"kty\":\"RSA\"}," + VerificationKeys.jwk(pair.getPublic()) + "]}");
    }

    @Test
    void reads_back_what_was_signed() throws Exception {
        Jws.Verified verified = Jws.verify(signed + "\n", ours());
        assertThat(verified.payload().path("exchanges").asInt()).isEqualTo(3);
        assertThat(verified.keyId()).isEqualTo(id);
    }

    @Test
    void a_pem_file_is_a_key_too() throws Exception {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        assertThat(Jws.verify(signed, VerificationKeys.read(pem)).keyId()).isEqualTo(id);
    }

    @Test
    void the_thumbprint_and_the_signature_are_those_of_the_rfc() throws Exception {
        VerificationKeys keys = VerificationKeys.read(RFC_JWK);
        assertThat(VerificationKeys.idOf(keys.of(""))).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        // Its payload is no JSON: the signature was found good before that was noticed.
        assertThatThrownBy(() -> Jws.verify(RFC_SIGNED, keys)).hasMessageContaining("no JSON");
        assertThatThrownBy(() -> Jws.verify(RFC_SIGNED.replace("RXhh", "RXhi"), keys))
                .hasMessageContaining("does not match");
    }

    @Test
    void a_changed_payload_is_noticed() throws Exception {
        String[] parts = signed.split("\\.");
        String other = Jws.base64(PAYLOAD.replace("3", "2").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Jws.verify(parts[0] + "." + other + "." + parts[2], ours()))
                .hasMessageContaining("does not match");
    }

    @Test
    void another_key_is_refused() {
        assertThatThrownBy(() -> Jws.verify(
                        signed,
                        VerificationKeys.read(
                                VerificationKeys.jwk(pair().getPublic()).toString())))
                .hasMessageContaining("another key");
    }

    @Test
    void the_header_does_not_choose_the_algorithm() {
        String[] parts = signed.split("\\.");
        String none = Jws.base64("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Jws.verify(none + "." + parts[1] + ".", ours()))
                .hasMessageContaining("EdDSA");
    }

    @Test
    void what_is_no_signature_is_told_so() {
        for (String text : new String[] {"", "a.b", "a.b.c", "{}", "é.é.é"}) {
            assertThatThrownBy(() -> Jws.verify(text, ours())).isInstanceOf(JwsException.class);
        }
        assertThatThrownBy(() -> VerificationKeys.read("{}")).hasMessageContaining("no Ed25519 key");
        assertThatThrownBy(() -> VerificationKeys.read("bonjour")).isInstanceOf(JwsException.class);
        assertThatThrownBy(() -> VerificationKeys.read("-----BEGIN PUBLIC KEY-----\nAAAA\n"))
                .isInstanceOf(JwsException.class);
    }
}
