package org.vigie.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.audit.Verification.ChainSummary;

/** One verification while it goes: which chain is being walked, and what was found so far. */
final class VerificationRun {
    private final Optional<CheckpointReader> checkpoints;
    private final Faults faults;
    private final List<ChainSummary> chains = new ArrayList<>();
    private final Set<String> writers = new HashSet<>();
    private Optional<ChainCheck> current = Optional.empty();
    private long exchanges;

    VerificationRun(Optional<CheckpointReader> checkpoints, Faults faults) {
        this.checkpoints = checkpoints;
        this.faults = faults;
    }

    Faults faults() {
        return faults;
    }

    void accept(Entry entry) {
        if (entry.fact().kind() == Kind.OPENED) {
            exchanges++;
        }
        chainOf(entry).accept(entry);
    }

    Verification end() {
        current.ifPresent(this::endChain);
        checkpoints.ifPresent(this::findMissingChains);
        return new Verification(
                chains,
                exchanges,
                checkpoints.map(CheckpointReader::count).orElse(0L),
                checkpoints.flatMap(CheckpointReader::last).map(Checkpoint::at),
                checkpoints.map(CheckpointReader::keyFingerprint),
                faults.count(),
                faults.first());
    }

    private ChainCheck chainOf(Entry entry) {
        Optional<ChainCheck> same = current.filter(chain -> chain.writer().equals(entry.writer()));
        if (same.isPresent()) {
            return same.get();
        }
        current.ifPresent(this::endChain);
        if (!writers.add(entry.writer())) {
            faults.add(Fault.at(entry.writer(), entry.seq(), "stands apart from the rest of its chain"));
        }
        Iterator<Checkpoint> covering = checkpoints
                .map(reader -> reader.of(entry.writer()))
                .orElseGet(() -> List.<Checkpoint>of().iterator());
        ChainCheck chain = new ChainCheck(entry.writer(), covering, faults);
        current = Optional.of(chain);
        return chain;
    }

    private void endChain(ChainCheck chain) {
        chain.end();
        chains.add(new ChainSummary(chain.writer(), chain.entries(), chain.open(), covered(chain.writer())));
    }

    private long covered(String writer) {
        return checkpoints
                .map(CheckpointReader::lastOf)
                .flatMap(last -> Optional.ofNullable(last.get(writer)))
                .map(Checkpoint::count)
                .orElse(0L);
    }

    private void findMissingChains(CheckpointReader reader) {
        reader.lastOf().forEach((writer, last) -> {
            if (last.count() > 0 && !writers.contains(writer)) {
                faults.add(Fault.at(
                        writer,
                        1,
                        "is missing and so is the whole chain of " + last.count() + " entries, which the checkpoint of "
                                + last.at() + " covers"));
            }
        });
    }
}
