package org.vigie.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.vigie.policy.EffectScope;

/** The SQL of the kill switch, within one transaction. */
record StopStore(Handle handle) {
    void insert(Stop stop) {
        handle.createUpdate("""
                        INSERT INTO incident.stop (id, incident, scope_kind, scope_id, motive, decision, stopped_by, stopped_at)
                        VALUES (:id, :incident, :kind, :scope, :motive, :decision, :by, :at)
                        """)
                .bind("id", stop.id())
                .bind("incident", stop.incident().orElse(null))
                .bind("kind", stop.scope().kind().code())
                .bind("scope", stop.scope().id())
                .bind("motive", stop.motive())
                .bind("decision", stop.decision())
                .bind("by", stop.by())
                .bind("at", IncidentStore.at(stop.at()))
                .execute();
    }

    /** @return false where it was lifted already */
    boolean lift(UUID id, Stop.Lifted lifted) {
        return handle.createUpdate("""
                        UPDATE incident.stop
                        SET lifted_by = :by, lifted_at = :at, lift_decision = :decision, lift_motive = :motive
                        WHERE id = :id AND lifted_at IS NULL
                        """)
                        .bind("id", id)
                        .bind("by", lifted.by())
                        .bind("at", IncidentStore.at(lifted.at()))
                        .bind("decision", lifted.decision())
                        .bind("motive", lifted.motive())
                        .execute()
                == 1;
    }

    /** What holds now, the newest first. */
    List<Stop> live() {
        return handle.createQuery(
                        "SELECT * FROM incident.stop WHERE lifted_at IS NULL ORDER BY stopped_at DESC, id DESC")
                .map((row, _) -> stop(row))
                .list();
    }

    /** What was lifted, the newest first. */
    List<Stop> lifted(int most) {
        return handle.createQuery("""
                        SELECT * FROM incident.stop WHERE lifted_at IS NOT NULL ORDER BY lifted_at DESC, id DESC LIMIT :most
                        """)
                .bind("most", most)
                .map((row, _) -> stop(row))
                .list();
    }

    List<Stop> ofIncident(String code) {
        return handle.createQuery(
                        "SELECT * FROM incident.stop WHERE incident = :code ORDER BY stopped_at DESC, id DESC")
                .bind("code", code)
                .map((row, _) -> stop(row))
                .list();
    }

    Optional<Stop> find(UUID id) {
        return handle.createQuery("SELECT * FROM incident.stop WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> stop(row))
                .findOne();
    }

    private static Stop stop(ResultSet row) throws SQLException {
        Optional<Stop.Lifted> lifted = Optional.empty();
        if (row.getObject("lifted_at") != null) {
            lifted = Optional.of(new Stop.Lifted(
                    row.getObject("lifted_by", UUID.class),
                    IncidentStore.moment(row, "lifted_at"),
                    row.getString("lift_decision"),
                    row.getString("lift_motive")));
        }
        return new Stop(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("incident")),
                new EffectScope(EffectScope.Kind.of(row.getString("scope_kind")), row.getString("scope_id")),
                row.getString("motive"),
                row.getString("decision"),
                row.getObject("stopped_by", UUID.class),
                IncidentStore.moment(row, "stopped_at"),
                lifted);
    }
}
