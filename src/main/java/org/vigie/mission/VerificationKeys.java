package org.vigie.mission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ed25519 public keys by their ids, out of a JWK, a JWK set (RFC 7517, RFC 8037 §2) or a PEM file (RFC 7468 §13). */
public final class VerificationKeys {
    /** The X.509 wrapping of 32 bytes of Ed25519 (RFC 8410 §4). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int RAW_BYTES = 32;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, PublicKey> byId;

    private VerificationKeys(Map<String, PublicKey> byId) {
        this.byId = byId;
    }

    /** @throws JwsException when there is no Ed25519 key in it */
    public static VerificationKeys read(String text) throws JwsException {
        return text.stripLeading().startsWith("-----BEGIN") ? ofPem(text) : ofJson(text);
    }

    private static VerificationKeys ofPem(String text) throws JwsException {
        String base64 = text.lines().filter(line -> !line.startsWith("-----")).reduce("", String::concat);
        try {
            PublicKey key = key(Base64.getDecoder().decode(base64.strip()));
            return new VerificationKeys(Map.of(idOf(key), key));
        } catch (IllegalArgumentException malformed) {
            throw new JwsException("The key file holds no public key.");
        }
    }

    private static VerificationKeys ofJson(String text) throws JwsException {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        try {
            JsonNode read = JSON.readTree(text);
            Iterable<JsonNode> candidates = read.has("keys") ? read.path("keys") : java.util.List.of(read);
            for (JsonNode jwk : candidates) {
                if (!jwk.path("kty").asText().equals("OKP")
                        || !jwk.path("crv").asText().equals("Ed25519")) continue;
                PublicKey key = ofRaw(jwk.path("x").asText());
                keys.put(jwk.path("kid").asText(idOf(key)), key);
            }
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw new JwsException("The key file is neither a JWK, a JWK set nor a PEM public key.");
        }
        if (keys.isEmpty()) throw new JwsException("The key file holds no Ed25519 key.");
        return new VerificationKeys(keys);
    }

    private static PublicKey ofRaw(String x) throws JwsException {
        byte[] raw = Base64.getUrlDecoder().decode(x);
        if (raw.length != RAW_BYTES) throw new JwsException("The key file holds a key of the wrong length.");
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + RAW_BYTES);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, RAW_BYTES);
        return key(encoded);
    }

    private static PublicKey key(byte[] x509) throws JwsException {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
        } catch (GeneralSecurityException notAKey) {
            throw new JwsException("The key file holds no Ed25519 key.");
        }
    }

    /** @throws JwsException when none of the keys is the one that is asked for */
    PublicKey of(String id) throws JwsException {
        @Nullable PublicKey key = byId.get(id);
        if (key == null) throw new JwsException("The attestation is signed with another key than those of the file.");
        return key;
    }

    /** The thumbprint of RFC 7638, by which this key is known (RFC 8037, appendix A.3). */
    static String idOf(PublicKey key) {
        String canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x(key) + "\"}";
        try {
            return Jws.base64(
                    MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** As {@code /.well-known/jwks.json} publishes it. */
    static ObjectNode jwk(PublicKey key) {
        return JSON.createObjectNode()
                .put("kty", "OKP")
                .put("crv", "Ed25519")
                .put("x", x(key))
                .put("kid", idOf(key))
                .put("alg", "EdDSA")
                .put("use", "sig");
    }

    private static String x(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Jws.base64(Arrays.copyOfRange(encoded, encoded.length - RAW_BYTES, encoded.length));
    }
}
