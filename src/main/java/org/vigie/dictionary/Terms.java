package org.vigie.dictionary;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.detection.Detector;
import org.vigie.detection.Dictionary;
import org.vigie.detection.Dictionary.Entry;
import org.vigie.identity.Caller;
import org.vigie.store.Listener;

/**
 * What the detector is taught. A change is recorded, then made, then in force here before the call returns and within a
 * second on every other replica.
 */
@Singleton
@Startup
public final class Terms {
    private static final Logger LOG = Logger.getLogger(Terms.class);
    static final String CHANNEL = "vigie_dictionary";

    private final Jdbi jdbi;
    private final Detector detector;
    private final AuditLog audit;

    @Inject
    Terms(Jdbi jdbi, Detector detector, AuditLog audit, Listener listener) {
        this.jdbi = jdbi;
        this.detector = detector;
        this.audit = audit;
        teach();
        listener.subscribe(CHANNEL, _ -> followOthers());
    }

    /** Those that contain a text. */
    List<Term> search(String text, int most) {
        return jdbi.withHandle(handle -> new TermStore(handle).search(text, most));
    }

    List<Term> ofMission(String mission) {
        return jdbi.withHandle(handle -> new TermStore(handle).ofMission(mission));
    }

    int count() {
        return jdbi.withHandle(handle -> new TermStore(handle).count());
    }

    /** @throws org.vigie.kernel.ProblemException {@code audit_unavailable}; then nothing is changed */
    void put(Caller caller, List<Entry> entries) {
        record(caller, "dictionary.added", Map.of("terms", Integer.toString(entries.size())));
        jdbi.useTransaction(handle -> {
            new TermStore(handle).put(entries, caller.person(), Instant.now());
            Listener.announce(handle, CHANNEL);
        });
        teach();
    }

    /** @throws org.vigie.kernel.ProblemException {@code audit_unavailable}; then nothing is changed */
    Optional<Entry> remove(Caller caller, UUID id) {
        record(caller, "dictionary.removed", Map.of("term", id.toString()));
        Optional<Entry> removed = jdbi.inTransaction(handle -> {
            Listener.announce(handle, CHANNEL);
            return new TermStore(handle).remove(id);
        });
        teach();
        return removed;
    }

    /** How many, not which: a term may be a client's name. */
    private void record(Caller caller, String action, Map<String, String> details) {
        audit.act(Act.of(Instant.now(), caller.person(), action, "dictionary", details));
    }

    private void teach() {
        detector.replaceDictionary(Dictionary.of(jdbi.withHandle(handle -> new TermStore(handle).entries())));
    }

    /** The listener calls again once its connection is back: a failure here is made good then. */
    private void followOthers() {
        try {
            teach();
        } catch (JdbiException unreachable) {
            LOG.warnf(
                    "The dictionary cannot be read again: %s",
                    unreachable.getClass().getName());
        }
    }
}
