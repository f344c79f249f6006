package org.vigie.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * One line of the checkpoint file: how far a writer's chain went at a time, signed, and linked to the line before.
 *
 * @param count entries of the chain, the last one included
 * @param head the hash of entry {@code count}
 * @param previous SHA-256 of the line before, {@link Hash#NONE} for the first
 * @param signature Ed25519 over {@link #statement()}, Base64
 */
record Checkpoint(String writer, long count, Hash head, Instant at, Hash previous, String signature) {
    /** Names what is signed, so that a signature of this key over something else is none of a checkpoint. */
    private static final String FORMAT = "vigie-audit-checkpoint-1\n";

    static Checkpoint sign(Head head, Instant at, Hash previous, PrivateKey key) {
        Checkpoint unsigned = new Checkpoint(head.writer(), head.seq(), head.hash(), at, previous, "");
        return new Checkpoint(
                head.writer(), head.seq(), head.hash(), at, previous, CheckpointKey.sign(unsigned.statement(), key));
    }

    /** Empty for a line that this class would not have written to the letter. */
    static Optional<Checkpoint> parse(String line) {
        try {
            JsonNode json = Json.parse(line);
            Checkpoint checkpoint = new Checkpoint(
                    json.required("writer").asText(),
                    json.required("count").asLong(),
                    Hash.ofHex(json.required("head").asText()),
                    Instant.parse(json.required("at").asText()),
                    Hash.ofHex(json.required("previous").asText()),
                    json.required("signature").asText());
            return Optional.of(checkpoint).filter(read -> read.line().equals(line));
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    boolean signedBy(PublicKey key) {
        return CheckpointKey.verifies(statement(), signature, key);
    }

    String line() {
        return json().put("signature", signature).end();
    }

    private String statement() {
        return FORMAT + json().end();
    }

    private Json json() {
        return new Json()
                .put("writer", writer)
                .put("count", count)
                .put("head", head.hex())
                .put("at", at.toString())
                .put("previous", previous.hex());
    }
}
