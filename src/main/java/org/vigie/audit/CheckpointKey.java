package org.vigie.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 (RFC 8032) as the checkpoints use it; public keys are kept as PEM (RFC 7468 §13). */
final class CheckpointKey {
    private static final String ALGORITHM = "Ed25519";
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private CheckpointKey() {}

    /**
     * Writes the key for whoever verifies.
     *
     * @throws IOException also when the file holds another key: what that one signed could not be verified any more
     */
    static void publish(PublicKey key, Path file) throws IOException {
        String pem = BEGIN + "\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n" + END + "\n";
        if (!Files.exists(file)) {
            Files.writeString(file, pem);
        } else if (!read(file).equals(key)) {
            throw new IOException(file + " holds another public key than the one that signs");
        }
    }

    static PublicKey read(Path file) throws IOException {
        try {
            String base64 = Files.readString(file).replace(BEGIN, "").replace(END, "");
            byte[] encoded = Base64.getMimeDecoder().decode(base64);
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            throw new IOException(file + " holds no Ed25519 public key", notAKey);
        }
    }

    /** By which people compare keys: the SHA-256 of its X.509 encoding, in hexadecimal. */
    static String fingerprint(PublicKey key) {
        return Hash.ofBytes(Hash.newDigest().digest(key.getEncoded())).hex();
    }

    static String sign(String text, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException badKey) {
            throw new IllegalStateException("the signing key is not an Ed25519 key", badKey);
        }
    }

    static boolean verifies(String text, String base64, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
