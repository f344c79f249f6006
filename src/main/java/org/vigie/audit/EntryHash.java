package org.vigie.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;

/**
 * The hash of an entry: SHA-256 over all its fields and the previous entry's hash, each led by its length in four bytes,
 * big-endian, so that no two different entries give the same bytes. Keeps its buffers: one instance per thread.
 */
final class EntryHash {
    /** Names the encoding, so that a later one cannot be mistaken for it. */
    private static final byte[] FORMAT = "vigie-audit-1".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest digest = Hash.newDigest();
    private final ByteBuffer buffer = ByteBuffer.allocate(20);

    Hash of(String writer, long seq, Fact fact, long openFrom, Hash previous) {
        digest.update(FORMAT);
        field(writer);
        field(seq);
        field(fact.kind().code());
        field(fact.subject());
        fact.person().ifPresentOrElse(this::field, this::absent);
        field(micros(fact.at()));
        field(openFrom);
        field(fact.body());
        field(previous.bytes());
        return Hash.ofBytes(digest.digest());
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    private void field(String text) {
        field(text.getBytes(StandardCharsets.UTF_8));
    }

    private void field(byte[] bytes) {
        digest.update(buffer.clear().putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private void field(long value) {
        digest.update(buffer.clear().putInt(Long.BYTES).putLong(value).flip());
    }

    private void field(UUID value) {
        digest.update(buffer.clear()
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .flip());
    }

    private void absent() {
        digest.update(buffer.clear().putInt(0).flip());
    }
}
