package org.vigie.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The instance's keys, in {@code DIR/keys}: a master key out of which every module derives its own, and the audit's
 * signing pair. Without the master key nothing that is sealed in the database can be read again.
 */
public final class InstanceKeys {
    private static final int MASTER_BYTES = 32;

    private final byte[] master;
    private final KeyPair signing;
    private final KeyPair attestation;

    private InstanceKeys(byte[] master, KeyPair signing, KeyPair attestation) {
        this.master = master;
        this.signing = signing;
        this.attestation = attestation;
    }

    /**
     * Reads the keys; creates those that are missing. A caller that knows the database to be in use already asks
     * {@link #present} first, since a new master key would open nothing of it.
     *
     * @throws StoreException when a key cannot be read, written, or is damaged
     */
    public static InstanceKeys open(DataDirectory directory) {
        try {
            OwnerOnly.createDirectory(directory.keys());
            return new InstanceKeys(
                    readOrCreateMaster(directory),
                    readOrCreatePair(directory, "audit-signing"),
                    readOrCreatePair(directory, "attestation-signing"));
        } catch (IOException refused) {
            throw new StoreException(
                    "The keys in " + directory.keys() + " cannot be read or written (" + DataDirectory.reason(refused)
                            + ").",
                    refused);
        }
    }

    /** Whether the master key exists. */
    public static boolean present(DataDirectory directory) {
        return Files.exists(masterFile(directory));
    }

    static Path masterFile(DataDirectory directory) {
        return directory.keys().resolve("master.key");
    }

    /**
     * A key of 32 bytes for one purpose, the same at every start; nobody learns the master key or another purpose's
     * from it (HKDF-SHA-256, RFC 5869).
     *
     * @param purpose stable, as {@code assistant/conversations}
     */
    public byte[] derive(String purpose) {
        return derive(master, purpose);
    }

    /**
     * The same of another secret.
     *
     * @param secret 32 bytes out of a random source
     */
    public static byte[] derive(byte[] secret, String purpose) {
        try {
            HKDFParameterSpec parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret)
                    .thenExpand(("vigie/" + purpose).getBytes(StandardCharsets.UTF_8), MASTER_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The Ed25519 pair that signs the audit's checkpoints; {@code audit-signing.pub} may be given to anybody. */
    public KeyPair signing() {
        return signing;
    }

    /** The Ed25519 pair that signs what clients are given. */
    public KeyPair attestation() {
        return attestation;
    }

    private static byte[] readOrCreateMaster(DataDirectory directory) throws IOException {
        Path file = masterFile(directory);
        if (!Files.exists(file)) {
            byte[] fresh = new byte[MASTER_BYTES];
            new SecureRandom().nextBytes(fresh);
            OwnerOnly.write(file, fresh);
        }
        byte[] master = Files.readAllBytes(file);
        if (master.length != MASTER_BYTES) {
            throw new StoreException("The master key " + file + " is damaged: it has " + master.length
                    + " bytes instead of " + MASTER_BYTES + ". Restore it from a backup.");
        }
        return master;
    }

    private static KeyPair readOrCreatePair(DataDirectory directory, String name) throws IOException {
        Path privateFile = directory.keys().resolve(name + ".key");
        Path publicFile = directory.keys().resolve(name + ".pub");
        try {
            if (!Files.exists(privateFile) || !Files.exists(publicFile)) {
                KeyPair fresh = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                OwnerOnly.write(publicFile, pem("PUBLIC KEY", fresh.getPublic().getEncoded()));
                OwnerOnly.write(
                        privateFile, pem("PRIVATE KEY", fresh.getPrivate().getEncoded()));
            }
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(fromPem(publicFile))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(fromPem(privateFile))));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new StoreException(
                    "The signing key " + privateFile + " is damaged. Restore it from a backup.", damaged);
        }
    }

    private static byte[] pem(String kind, byte[] der) {
        return ("-----BEGIN " + kind + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind
                        + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] fromPem(Path file) throws IOException {
        String body = Files.readString(file, StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> !line.startsWith("-----"))
                .reduce("", String::concat);
        return Base64.getDecoder().decode(body);
    }
}
