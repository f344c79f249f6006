package org.vigie.pseudonym;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.vigie.detection.FindingType;

/**
 * Where a value has one and the same placeholder: a conversation of the chat, or an API key and a mission. The
 * placeholder is computed, not counted, so it stays the same over turns, retries and replicas; without the instance's
 * key nobody can tell which value it stands for, nor that two scopes speak of the same one.
 *
 * <p>Form: {@code [[MAIL_k7f2qx]]}: the type's abbreviation, five characters of code and one to check them, out of 31
 * lower-case letters and digits that cannot be mistaken for one another. A person's has the grammatical gender where the
 * first name tells it, and a code of four characters for each word of the name: {@code [[PERS_F_k7f2_q3xw_bz]]} for Olive
 * Petit and {@code [[PERS_q3xw_nd]]} for « Petit » or, with another ending, « PETIT »: a reader who does not know the
 * names can still tell that they speak of the same person. Where two values would share a placeholder (one chance in 28
 * million for a pair) the later one gets a longer code.
 */
public final class PlaceholderScope {
    static final String OPEN = "[[";
    static final String CLOSE = "]]";
    /** Without 0 1 i l o. Their number is prime, so that the check finds any changed or swapped character. */
    static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_CODE = 5;
    private static final int WORD_CODE = 4;
    private static final int LENGTHENING = 2;

    private final SecretKeySpec instanceKey;
    private final String scopeId;
    private @Nullable SecretKeySpec key;

    /**
     * @param instanceKey secret of the instance, of at least 16 bytes
     * @param scopeId identifies the scope within the instance; not secret
     */
    public PlaceholderScope(byte[] instanceKey, String scopeId) {
        if (instanceKey.length < 16) throw new IllegalArgumentException("instance key shorter than 16 bytes");
        this.instanceKey = new SecretKeySpec(instanceKey, ALGORITHM);
        this.scopeId = scopeId;
    }

    /** Derived when the first value is found: most texts have none. Two threads would derive the same. */
    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            byte[] id = ("vigie placeholder scope\0" + scopeId).getBytes(StandardCharsets.UTF_8);
            known = new SecretKeySpec(hmac(instanceKey, id), ALGORITHM);
            key = known;
        }
        return known;
    }

    /** Starts an exchange: nothing issued yet. */
    public Issuance issuance() {
        return new Issuance(this);
    }

    /** What stands between the brackets, longer with each attempt; the first one nearly always stands. */
    String body(FindingType type, String value, int attempt) {
        return type == FindingType.PERSON ? person(value, attempt) : single(type, value, attempt);
    }

    private String single(FindingType type, String value, int attempt) {
        String code = code(type.name() + '\0' + value, SHORTEST_CODE + LENGTHENING * attempt);
        return type.abbreviation() + '_' + code + check(code);
    }

    private String person(String value, int attempt) {
        StringBuilder body = new StringBuilder(FindingType.PERSON.abbreviation());
        Gender.of(value).ifPresent(gender -> body.append('_').append(gender.letter()));
        StringBuilder codes = new StringBuilder();
        for (String word : Names.words(value)) {
            String code = code("word\0" + word, WORD_CODE + LENGTHENING * attempt);
            codes.append(code);
            body.append('_').append(code);
        }
        String spelling = code("spelling\0" + value, 1 + LENGTHENING * attempt);
        return body.append('_').append(spelling).append(check(codes + spelling)).toString();
    }

    /** Digits that stand for digits where nothing else is allowed: a JSON number. As many, and none at the front is 0. */
    String digits(FindingType type, String value, int attempt) {
        String code = code("digits\0" + type.name() + '\0' + attempt + '\0' + value, value.length());
        StringBuilder digits = new StringBuilder(value.length());
        for (int i = 0; i < code.length(); i++) {
            int digit = ALPHABET.indexOf(code.charAt(i)) % 10;
            digits.append((char) ('0' + (i == 0 && digit == 0 ? 9 : digit)));
        }
        return digits.toString();
    }

    private String code(String subject, int length) {
        StringBuilder code = new StringBuilder(length);
        for (int block = 0; code.length() < length; block++) {
            byte[] bytes = subject.getBytes(StandardCharsets.UTF_8);
            byte[] numbered = ByteBuffer.allocate(bytes.length + 4)
                    .putInt(block)
                    .put(bytes)
                    .array();
            for (byte b : hmac(key(), numbered)) {
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
