package org.vigie.identity;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Secret;

/**
 * Argon2id hashes (RFC 9106) with the parameters that the OWASP Password Storage Cheat Sheet recommends: 19 MiB, two
 * passes, one lane; written as PHC strings. At most two are computed at once, so that a crowd at the sign-in page costs
 * 38 MiB and not the heap.
 */
@Singleton
final class Passwords {
    /** NIST SP 800-63B-4 asks for length and against rules of composition; 12 is a little above OWASP's minimum. */
    static final int MINIMUM = 12;

    /** Bounds the work that one form can cause; far above what people remember or managers generate. */
    static final int MAXIMUM = 256;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** What an unknown account is verified against: the same cost, and no password gives 32 zero bytes. */
    private static final String NOBODY = phc(new byte[SALT_BYTES], new byte[HASH_BYTES]);

    /** No I, O, l, 0, 1: these are read aloud and typed off a screen. */
    private static final String LEGIBLE = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** Rejects what is too short or too long, in characters. */
    static Set<AccountFault> faults(Secret password) {
        int length = password.reveal().codePointCount(0, password.reveal().length());
        if (length < MINIMUM) return Set.of(AccountFault.PASSWORD_TOO_SHORT);
        return length > MAXIMUM ? Set.of(AccountFault.PASSWORD_TOO_LONG) : Set.of();
    }

    /** Sixteen legible characters in groups of four: 91 bits. */
    Secret generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) password.append('-');
            password.append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
        }
        return new Secret(password.toString());
    }

    String hash(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return phc(salt, argon2(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
    }

    /** Compares in constant time. */
    boolean verify(Secret password, String stored) {
        Matcher phc = PHC.matcher(stored);
        if (!phc.matches()) throw new IllegalArgumentException("Not an Argon2id PHC string");
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] expected = base64.decode(phc.group(5));
        byte[] actual = argon2(
                password,
                base64.decode(phc.group(4)),
                Integer.parseInt(phc.group(1)),
                Integer.parseInt(phc.group(2)),
                Integer.parseInt(phc.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    /** Costs as much as {@link #verify}: who has an account cannot be told from the time of the answer. */
    void verifyNobody(Secret password) {
        verify(password, NOBODY);
    }

    private byte[] argon2(Secret password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        takePlace();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withSalt(salt)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .build());
            byte[] hash = new byte[length];
            generator.generateBytes(normalised(password), hash);
            return hash;
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(new Problem.TooMany(PATIENCE_SECONDS));
    }

    /** NFKC (NIST SP 800-63B-4 §3.1.1.2): the same password typed on another keyboard gives the same bytes. */
    private static byte[] normalised(Secret password) {
        return Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }

    private static String phc(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }
}
