package org.vigie.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The audit as JSON Lines, one entry per line with all that its hash covers, for whoever verifies it elsewhere. */
final class ExportFile implements EntrySource {
    private final Path file;

    ExportFile(Path file) {
        this.file = file;
    }

    /**
     * Writes every entry.
     *
     * @return how many
     * @throws java.nio.file.FileAlreadyExistsException rather than overwrite one
     */
    long write(AuditStore store) throws IOException {
        long[] count = new long[1];
        try (BufferedWriter out =
                Files.newBufferedWriter(file, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW)) {
            store.forEach(
                    entry -> {
                        writeLine(out, entry);
                        count[0]++;
                    },
                    new Faults());
        } catch (UncheckedIOException unwritten) {
            throw unwritten.getCause();
        }
        return count[0];
    }

    @Override
    public void forEach(Consumer<Entry> reader, Faults faults) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                Optional<Entry> entry = parse(line);
                entry.ifPresent(reader);
                if (entry.isEmpty()) {
                    faults.add(new Fault(file.getFileName() + ", line " + number, "is not an entry of an audit"));
                }
            }
        }
    }

    private static void writeLine(BufferedWriter out, Entry entry) {
        try {
            out.write(line(entry));
            out.write('\n');
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static String line(Entry entry) {
        Fact fact = entry.fact();
        Json json = new Json()
                .put("writer", entry.writer())
                .put("seq", entry.seq())
                .put("kind", fact.kind().code())
                .put("subject", fact.subject().toString());
        fact.person().ifPresent(person -> json.put("person", person.toString()));
        return json.put("at", fact.at().toString())
                .put("open_from", entry.openFrom())
                .put("body", fact.body())
                .put("previous", entry.previous().hex())
                .put("hash", entry.hash().hex())
                .end();
    }

    private static Optional<Entry> parse(String line) {
        try {
            JsonNode json = Json.parse(line);
            Fact fact = new Fact(
                    Kind.of(json.required("kind").asText()),
                    UUID.fromString(json.required("subject").asText()),
                    json.optional("person").map(person -> UUID.fromString(person.asText())),
                    Instant.parse(json.required("at").asText()),
                    json.required("body").asText());
            return Optional.of(new Entry(
                    json.required("writer").asText(),
                    json.required("seq").asLong(),
                    fact,
                    json.required("open_from").asLong(),
                    Hash.ofHex(json.required("previous").asText()),
                    Hash.ofHex(json.required("hash").asText())));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
