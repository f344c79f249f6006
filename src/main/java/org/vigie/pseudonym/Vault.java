package org.vigie.pseudonym;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vigie.detection.FindingType;
import org.vigie.pseudonym.Issuance.Kept;

/**
 * What stands behind placeholders that are to be restored later, each until a day. The most sensitive thing that the
 * shield makes: whoever writes it somewhere seals it first.
 */
public final class Vault {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEY_BYTES = 32;
    private static final int VERSION = 1;

    private final byte[] key;
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(Kept kept, Instant until) {}

    private Vault(byte[] key) {
        this.key = key;
    }

    /** An empty one, with a scope of its own. */
    public static Vault fresh() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Vault(key);
    }

    /**
     * Reads what {@link #write} wrote; what has expired is left out, for good once it is written again.
     *
     * @throws IOException when it is no vault; the message does not quote it
     */
    public static Vault read(byte[] json, Instant now) throws IOException {
        try {
            JsonNode root = JSON.readTree(json);
            if (root.path("version").asInt() != VERSION) throw new IOException("The vault is of another version.");
            Vault vault = new Vault(Base64.getDecoder().decode(root.path("key").asText()));
            for (JsonNode entry : root.path("entries")) vault.add(entry, now);
            return vault;
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException damaged) {
            throw new IOException("The vault is damaged.");
        }
    }

    private void add(JsonNode entry, Instant now) {
        Instant until = Instant.parse(entry.path("until").asText());
        if (!until.isAfter(now)) return;
        Set<String> seen = new HashSet<>();
        entry.path("seen").forEach(left -> seen.add(left.asText()));
        String placeholder = entry.path("placeholder").asText();
        FindingType type = FindingType.valueOf(entry.path("type").asText());
        entries.put(
                placeholder,
                new Entry(new Kept(placeholder, type, entry.path("value").asText(), seen), until));
    }

    public byte[] write() {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION).put("key", Base64.getEncoder().encodeToString(key));
        ArrayNode list = root.putArray("entries");
        for (Entry entry : entries.values()) {
            ObjectNode node = list.addObject();
            node.put("placeholder", entry.kept().placeholder());
            node.put("type", entry.kept().type().name());
            node.put("value", entry.kept().value());
            node.put("until", entry.until().toString());
            ArrayNode seen = node.putArray("seen");
            entry.kept().seen().forEach(seen::add);
        }
        return root.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** How many values it holds. */
    public int size() {
        return entries.size();
    }

    /** An exchange in the vault's scope that knows all that it holds. */
    public Issuance issuance() {
        return new Issuance(
                new PlaceholderScope(key, "vault"),
                entries.values().stream().map(Entry::kept).toList());
    }

    /** Remembers what an exchange issued; what it had before is kept anew. */
    public void keep(Issuance issuance, Instant now, Duration time) {
        for (Kept kept : issuance.kept()) entries.put(kept.placeholder(), new Entry(kept, now.plus(time)));
    }

    /** Hides the values. */
    @Override
    public String toString() {
        return "Vault[" + entries.size() + " values]";
    }
}
