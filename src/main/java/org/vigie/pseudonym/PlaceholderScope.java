package org.vigie.pseudonym;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.vigie.detection.FindingType;

/**
 * Where a value has one and the same placeholder: a conversation of the chat, or an API key and a mission. The
 * placeholder is computed, not counted, so it stays the same over turns, retries and replicas; without the instance's
 * key nobody can tell which value it stands for, nor that two scopes speak of the same one.
 *
 * <p>Form: {@code [[PERS_k7f2qx]]}: the type's abbreviation, five characters of code and one to check them, out of 31
 * lower-case letters and digits that cannot be mistaken for one another. Where two values would share a placeholder
 * (one chance in 28 million for a pair) the later one gets a longer code.
 */
public final class PlaceholderScope {
    static final String OPEN = "[[";
    static final String CLOSE = "]]";
    /** Without 0 1 i l o. Their number is prime, so that the check finds any changed or swapped character. */
    static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_CODE = 5;
    private static final int LENGTHENING = 2;

    private final SecretKeySpec key;

    /**
     * @param instanceKey secret of the instance, of at least 16 bytes
     * @param scopeId identifies the scope within the instance; not secret
     */
    public PlaceholderScope(byte[] instanceKey, String scopeId) {
        if (instanceKey.length < 16) throw new IllegalArgumentException("instance key shorter than 16 bytes");
        byte[] id = ("vigie placeholder scope\0" + scopeId).getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(hmac(new SecretKeySpec(instanceKey, ALGORITHM), id), ALGORITHM);
    }

    /** Starts an exchange: nothing issued yet. */
    public Issuance issuance() {
        return new Issuance(this);
    }

    /** The placeholder of a value, longer with each attempt; the first attempt is the one that nearly always stands. */
    String placeholder(FindingType type, String value, int attempt) {
        String code = code(type.name() + '\0' + value, SHORTEST_CODE + LENGTHENING * attempt);
        return OPEN + type.abbreviation() + '_' + code + check(code) + CLOSE;
    }

    private String code(String subject, int length) {
        StringBuilder code = new StringBuilder(length);
        for (int block = 0; code.length() < length; block++) {
            byte[] bytes = subject.getBytes(StandardCharsets.UTF_8);
            byte[] numbered = ByteBuffer.allocate(bytes.length + 4)
                    .putInt(block)
                    .put(bytes)
                    .array();
            for (byte b : hmac(key, numbered)) {
                // 248 is the largest multiple of 31 in a byte: what is above would make some characters likelier.
                int number = Byte.toUnsignedInt(b);
                if (number < 248 && code.length() < length) code.append(ALPHABET.charAt(number % ALPHABET.length()));
            }
        }
        return code.toString();
    }

    private static char check(String code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) sum += (i + 2) * ALPHABET.indexOf(code.charAt(i));
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            // Every Java platform must have HmacSHA256 (javax.crypto.Mac), and the key is never empty.
            throw new IllegalStateException(e);
        }
    }
}
