package org.vigie.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.store.StoreException;
import org.vigie.verification.Claim;
import org.vigie.verification.Status;
import org.vigie.verification.Verification;
import org.vigie.verification.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** JSON Lines in, JSON Lines out, in the same order; offsets are Unicode code points, the end excluded. */
@Command(
        name = "check",
        description = "Tells of each figure, date, reference, name, address and quotation of an answer whether the"
                + " passages have it.",
        mixinStandardHelpOptions = true)
final class VerificationCheckCommand implements Callable<Integer> {
    /** Of one line; what is longer is a mistake, and comparing it would take minutes. */
    private static final int LONGEST = 4 * 1024 * 1024;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "JSON Lines with id, passages (an array of strings) and answer. Default: standard input.")
    private @Nullable Path file;

    private final JsonLines lines = new JsonLines(Texts.output());
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);
    private int faults;

    @Override
    public Integer call() {
        lines.each(file, this::check, (line, message) -> {
            faults++;
            lines.printFault(line, message);
        });
        summarise();
        return faults == 0 ? 0 : 1;
    }

    private void check(JsonNode line) {
        String answer = JsonLines.string(line, "answer");
        List<String> passages = passages(line);
        if (answer.length() + passages.stream().mapToInt(String::length).sum() > LONGEST) {
            throw new StoreException("longer than 4 MiB");
        }
        Verification verification = Verifier.check(answer, passages);
        ObjectNode told = JsonLines.object();
        told.set("id", JsonLines.id(line));
        write(answer, verification, told.putArray("claims"));
        lines.print(told);
        for (Status status : Status.values()) counts.merge(status, verification.count(status), Long::sum);
    }

    private static List<String> passages(JsonNode line) {
        JsonNode array = line.path("passages");
        if (!array.isArray()) throw new StoreException("no array \"passages\"");
        List<String> passages = new ArrayList<>();
        for (JsonNode passage : array) {
            if (!passage.isTextual()) throw new StoreException("a passage that is no string");
            passages.add(passage.asText());
        }
        return passages;
    }

    private static void write(String answer, Verification verification, ArrayNode claims) {
        for (Claim claim : verification.claims()) {
            int start = answer.codePointCount(0, claim.start());
            claims.addObject()
                    .put("start", start)
                    .put("end", start + answer.codePointCount(claim.start(), claim.end()))
                    .put("kind", claim.kind().code())
                    .put("text", claim.text())
                    .put("status", claim.status().code());
        }
    }

    private void summarise() {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) return;
        System.err.printf(
                Locale.ROOT,
                "%d claims: %d found, %d not found, %d to check (%.1f %%)%n",
                all,
                count(Status.FOUND),
                count(Status.NOT_FOUND),
                count(Status.TO_CHECK),
                100.0 * count(Status.TO_CHECK) / all);
    }

    private long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }
}
