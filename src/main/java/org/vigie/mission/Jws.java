package org.vigie.mission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * JSON Web Signatures in their compact form (RFC 7515 §7.1) with Ed25519 under the name {@code EdDSA} (RFC 8037 §3.1),
 * and nothing else: the header of what is verified does not choose how.
 */
public final class Jws {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALGORITHM = "EdDSA";

    private Jws() {}

    /** What was signed, once the signature is verified. @param keyId as the header says; may be empty */
    public record Verified(String keyId, JsonNode payload) {}

    /** @param keyId by which whoever verifies finds the key among several */
    static String sign(String payload, PrivateKey key, String keyId) {
        String header = JSON.createObjectNode()
                .put("alg", ALGORITHM)
                .put("kid", keyId)
                .put("cty", "application/json")
                .toString();
        String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException badKey) {
            throw new IllegalStateException("the key of the attestations is not an Ed25519 key", badKey);
        }
    }

    /** @throws JwsException when it is no such signature, or not this key's */
    public static Verified verify(String compact, VerificationKeys keys) throws JwsException {
        String[] parts = compact.strip().split("\\.", -1);
        if (parts.length != 3) throw new JwsException("This is no signed attestation: it has no three parts.");
        JsonNode header = json(parts[0]);
        if (!header.path("alg").asText().equals(ALGORITHM) || header.has("crit")) {
            throw new JwsException("This is not signed with EdDSA as an attestation is.");
        }
        String keyId = header.path("kid").asText("");
        PublicKey key = keys.of(keyId);
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        if (!matches(signed, bytes(parts[2]), key)) {
            throw new JwsException("The signature does not match: the attestation was changed, or is of another key.");
        }
        return new Verified(keyId, json(parts[1]));
    }

    private static boolean matches(byte[] signed, byte[] signature, PublicKey key) {
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(signed);
            return verification.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static JsonNode json(String part) throws JwsException {
        try {
            JsonNode read = JSON.readTree(new String(bytes(part), StandardCharsets.UTF_8));
            if (!read.isObject()) throw new JwsException("This is no signed attestation: a part of it is no object.");
            return read;
        } catch (JsonProcessingException malformed) {
            throw new JwsException("This is no signed attestation: a part of it is no JSON.");
        }
    }

    private static byte[] bytes(String part) throws JwsException {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException malformed) {
            throw new JwsException("This is no signed attestation: a part of it is no base64url.");
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
