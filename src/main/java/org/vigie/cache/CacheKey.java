package org.vigie.cache;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which request an answer belongs to: SHA-256 over everything that could change it, each part with its length before it, so
 * that no two lists of parts read the same.
 */
public record CacheKey(String sha256) {

    /**
     * Who asks, and under which rules.
     *
     * @param scope what shares placeholders: an API key and mission
     * @param rights the caller's roles, in a fixed order
     * @param snapshot of the policy
     * @param target {@code provider/model}
     */
    public record Partition(
            String scope,
            UUID person,
            List<String> rights,
            Optional<String> team,
            Optional<String> mission,
            Optional<String> useCase,
            String snapshot,
            String target) {}

    /**
     * @param dialect in which the request is written
     * @param headers that go on to the provider
     * @param written the request as it came: two that differ only in a masked value are not the same one
     * @param leaving as it would leave, placeholders in place of values
     */
    public static CacheKey of(
            Partition partition, String dialect, Map<String, String> headers, byte[] written, byte[] leaving) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream(written.length + leaving.length + 512);
        add(parts, partition.scope());
        add(parts, partition.person().toString());
        add(parts, String.join(",", partition.rights()));
        add(parts, partition.team());
        add(parts, partition.mission());
        add(parts, partition.useCase());
        add(parts, partition.snapshot());
        add(parts, partition.target());
        add(parts, dialect);
        add(parts, Integer.toString(headers.size()));
        new TreeMap<>(headers).forEach((name, value) -> {
            add(parts, name);
            add(parts, value);
        });
        add(parts, written);
        add(parts, leaving);
        return new CacheKey(hex(parts.toByteArray()));
    }

    private static void add(ByteArrayOutputStream parts, Optional<String> part) {
        add(parts, part.map(known -> "1" + known).orElse("0"));
    }

    private static void add(ByteArrayOutputStream parts, String part) {
        add(parts, part.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ByteArrayOutputStream parts, byte[] part) {
        parts.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        parts.writeBytes(part);
    }

    private static String hex(byte[] parts) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(parts));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
