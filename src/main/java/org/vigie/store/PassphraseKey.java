package org.vigie.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.vigie.kernel.Secret;

/**
 * A key out of a pass phrase: Argon2id, version 1.3 (RFC 9106), with the second recommended parameter set of its §4
 * (64 MiB, 3 passes, 4 lanes). The parameters stand in the file, so that later versions may choose others.
 *
 * @param salt 16 random bytes: two files never share a key
 */
public record PassphraseKey(byte[] salt, int memoryKiB, int passes, int lanes) {
    public static final int HEADER_BYTES = 16 + 3 * Integer.BYTES;

    public static PassphraseKey fresh() {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return new PassphraseKey(salt, 65_536, 3, 4);
    }

    /** @throws StoreException when the header is none of ours */
    public static PassphraseKey parse(byte[] header) {
        ByteBuffer buffer = ByteBuffer.wrap(header);
        byte[] salt = new byte[16];
        buffer.get(salt);
        PassphraseKey key = new PassphraseKey(salt, buffer.getInt(), buffer.getInt(), buffer.getInt());
        // A forged header must not make us allocate or compute without end.
        boolean plausible = key.memoryKiB >= 8 * key.lanes
                && key.memoryKiB <= 1_048_576
                && key.passes >= 1
                && key.passes <= 16
                && key.lanes >= 1
                && key.lanes <= 16;
        if (!plausible) throw new StoreException("The file is none that Vigie sealed, or was altered.");
        return key;
    }

    public byte[] header() {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put(salt)
                .putInt(memoryKiB)
                .putInt(passes)
                .putInt(lanes)
                .array();
    }

    public SecretKeySpec derive(Secret passphrase) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(memoryKiB)
                .withIterations(passes)
                .withParallelism(lanes)
                .build());
        byte[] key = new byte[32];
        generator.generateBytes(passphrase.reveal().toCharArray(), key);
        return new SecretKeySpec(key, "AES");
    }
}
