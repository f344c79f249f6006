package org.vigie.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a verification found.
 *
 * @param chains one per writer
 * @param checkpoints sound ones
 * @param keyFingerprint SHA-256 of the key that signed them; to be compared with one that was noted elsewhere
 * @param faultCount of all faults
 * @param faults the first fifty
 */
public record Verification(
        List<ChainSummary> chains,
        long exchanges,
        long checkpoints,
        Optional<Instant> lastCheckpoint,
        Optional<String> keyFingerprint,
        long faultCount,
        List<Fault> faults) {

    /**
     * One writer's chain.
     *
     * @param open exchanges without an end, as a running server has them
     * @param covered entries up to its last checkpoint; the ones behind could be cut off without a trace
     */
    public record ChainSummary(String writer, long entries, long open, long covered) {}

    public Verification {
        chains = List.copyOf(chains);
        faults = List.copyOf(faults);
    }

    /** True when nothing is missing, altered or out of order. */
    public boolean intact() {
        return faultCount == 0;
    }

    /** For people, line by line. */
    public List<String> report() {
        return Stream.of(
                        Stream.of(summary()),
                        chains.stream().map(Verification::line),
                        keyFingerprint.map(print -> "Checkpoints signed by the key with SHA-256 " + print).stream(),
                        faults.stream().map(fault -> "FAULT " + fault),
                        Stream.of(verdict()))
                .flatMap(lines -> lines)
                .toList();
    }

    private String summary() {
        long entries = chains.stream().mapToLong(ChainSummary::entries).sum();
        return entries + " entries, " + exchanges + " exchanges, " + checkpoints + " checkpoints verified; "
                + lastCheckpoint.map(at -> "last checkpoint of " + at).orElse("no checkpoint");
    }

    private static String line(ChainSummary chain) {
        String coverage = chain.covered() == 0
                ? "no checkpoint covers it"
                : "last checkpoint covers entry 1 to " + chain.covered();
        return "Writer " + chain.writer() + ": " + chain.entries() + " entries, " + chain.open() + " exchanges open; "
                + coverage;
    }

    private String verdict() {
        if (intact()) {
            return "The audit is complete and unaltered.";
        }
        return faultCount + (faultCount == 1 ? " fault" : " faults") + ": the audit was changed or damaged.";
    }
}
