package org.vigie.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What a document would change, thing by thing. */
public record Plan(List<Item> items) {
    public Plan {
        items = List.copyOf(items);
    }

    /** What becomes of one thing. */
    public enum Change {
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param field a path, as {@code agreement.regime}; {@code before} and {@code after} empty where it says nothing */
    public record Difference(String field, String before, String after) {}

    /** @param refusal why, in words; empty unless it is refused */
    public record Item(String section, String name, Change change, List<Difference> differences, String refusal) {
        public Item {
            differences = List.copyOf(differences);
        }

        public boolean isUnchanged() {
            return change == Change.UNCHANGED;
        }
    }

    public List<Item> notable() {
        return items.stream().filter(item -> !item.isUnchanged()).toList();
    }

    private long count(Change change) {
        return items.stream().filter(item -> item.change() == change).count();
    }

    public long created() {
        return count(Change.CREATED);
    }

    public long changed() {
        return count(Change.CHANGED);
    }

    public long unchanged() {
        return count(Change.UNCHANGED);
    }

    public long refused() {
        return count(Change.REFUSED);
    }

    public boolean isRefusedAny() {
        return refused() > 0;
    }

    /** Whether there is something to decide, and nothing against it. */
    public boolean isDecidable() {
        return !isRefusedAny() && !notable().isEmpty();
    }

    /** Two plans that would do the same have the same. SHA-256, in hexadecimal. */
    public String fingerprint() {
        try {
            byte[] said = notable().toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
