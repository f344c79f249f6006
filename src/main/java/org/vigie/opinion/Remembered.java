package org.vigie.opinion;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.vigie.detection.Finding;

/**
 * What was said of the last sentences: a conversation comes again with each of its questions, and the time is for what is
 * new. A sentence is known by a salted digest only, so that nothing of a text is kept.
 */
final class Remembered {
    private static final int MOST = 4_096;
    private static final int SALT_BYTES = 16;

    private final byte[] salt = new byte[SALT_BYTES];
    private final LinkedHashMap<Key, List<Finding>> answers = new LinkedHashMap<>(64, 0.75f, true);

    /** The first 128 bits of SHA-256. */
    record Key(long high, long low) {}

    Remembered() {
        new SecureRandom().nextBytes(salt);
    }

    Key key(String sentence) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            ByteBuffer whole = ByteBuffer.wrap(digest.digest(sentence.getBytes(StandardCharsets.UTF_8)));
            return new Key(whole.getLong(), whole.getLong());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** With offsets from the sentence's start. */
    synchronized Optional<List<Finding>> find(Key key) {
        return Optional.ofNullable(answers.get(key));
    }

    synchronized void put(Key key, List<Finding> findings) {
        answers.put(key, List.copyOf(findings));
        if (answers.size() > MOST) answers.remove(answers.firstEntry().getKey());
    }
}
