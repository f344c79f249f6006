package org.vigie.receipt;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.vigie.audit.AuditLog;
import org.vigie.identity.Caller;

/** The records of exchanges, each for its owner alone. */
@Singleton
final class OwnRecords {
    private final AuditLog audit;

    @Inject
    OwnRecords(AuditLog audit) {
        this.audit = audit;
    }

    /** Empty for what is no id, for an unknown one, and for somebody else's: nobody learns which of them it is. */
    Optional<RequestReport> find(String id, Caller caller) {
        return uuid(id).flatMap(audit::find)
                .filter(record -> record.opening().person().equals(Optional.of(caller.person())))
                .map(record ->
                        RequestReport.of(record, audit.placesOf(record.opening().exchange())));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
