package org.vigie.mission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.vigie.mission.Mission.Consent;
import org.vigie.mission.Mission.State;

/** The SQL of missions, within one transaction. */
record MissionStore(Handle handle) {
    private static final String SELECT = """
            SELECT m.code, m.name, m.client, m.manager, m.starts, m.ends, m.state, m.regime, m.extraterritorial,
                m.clause, m.signatory, m.uses, m.data, m.verification, m.notice, m.agreed_regime,
                m.agreed_extraterritorial, m.agreed_on, m.purge_on, m.closed_at, m.purged_at, m.decision, m.version,
                array(SELECT person FROM mission.member WHERE mission = m.code) AS members
            FROM mission.mission m
            """;

    /** Those that run first, then by their codes. */
    List<Mission> all() {
        return handle.createQuery(SELECT + " ORDER BY (m.state = 'closed'), m.code")
                .map((row, _) -> mission(row))
                .list();
    }

    List<Mission> of(UUID person) {
        return handle.createQuery(SELECT + """
                        WHERE m.code IN (SELECT mission FROM mission.member WHERE person = :person)
                        ORDER BY (m.state = 'closed'), m.code
                        """)
                .bind("person", person)
                .map((row, _) -> mission(row))
                .list();
    }

    Optional<Mission> find(String code) {
        return handle.createQuery(SELECT + " WHERE m.code = :code")
                .bind("code", code)
                .map((row, _) -> mission(row))
                .findOne();
    }

    /** One whose day has come and that no other replica is at. Nobody changes it before the end of the transaction. */
    Optional<Mission> nextToPurge(LocalDate today) {
        return handle.createQuery("""
                        SELECT code FROM mission.mission
                        WHERE purged_at IS NULL AND coalesce(purge_on, ends + interval '1 year') <= :today
                        ORDER BY code LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .bind("today", today)
                .mapTo(String.class)
                .findOne()
                .flatMap(this::find);
    }

    /** Closes it where nobody did. */
    void purged(String code, LocalDate day, Instant now) {
        handle.createUpdate("""
                        UPDATE mission.mission SET purged_at = :now, state = 'closed', version = version + 1,
                            closed_at = coalesce(closed_at, :now), purge_on = coalesce(purge_on, :day)
                        WHERE code = :code
                        """)
                .bind("code", code)
                .bind("day", day)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Those whose last day is past while nobody has closed them. */
    List<String> overButOpen(LocalDate today) {
        return handle.createQuery(
                        "SELECT code FROM mission.mission WHERE state <> 'closed' AND ends < :today ORDER BY code")
                .bind("today", today)
                .mapTo(String.class)
                .list();
    }

    /** @return whether the code was free */
    boolean insert(Mission mission, Instant now) {
        boolean inserted = bind(handle.createUpdate("""
                        INSERT INTO mission.mission (code, name, client, manager, starts, ends, state, regime,
                            extraterritorial, clause, signatory, uses, data, verification, notice, agreed_regime,
                            agreed_extraterritorial, agreed_on, purge_on, closed_at, decision, version, created_at)
                        VALUES (:code, :name, :client, :manager, :starts, :ends, :state, :regime,
                            :extraterritorial, :clause, :signatory, :uses, :data, :verification, :notice, :agreedRegime,
                            :agreedExtraterritorial, :agreedOn, :purgeOn, :closedAt, :decision, :version, :now)
                        ON CONFLICT (code) DO NOTHING
                        """), mission)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
        if (inserted) putMembers(mission);
        return inserted;
    }

    void update(Mission mission) {
        bind(handle.createUpdate("""
                        UPDATE mission.mission SET name = :name, client = :client, manager = :manager,
                            starts = :starts, ends = :ends, state = :state, regime = :regime,
                            extraterritorial = :extraterritorial, clause = :clause, signatory = :signatory,
                            uses = :uses, data = :data, verification = :verification, notice = :notice,
                            agreed_regime = :agreedRegime, agreed_extraterritorial = :agreedExtraterritorial,
                            agreed_on = :agreedOn, purge_on = :purgeOn, closed_at = :closedAt,
                            decision = :decision, version = :version
                        WHERE code = :code
                        """), mission).execute();
        putMembers(mission);
    }

    private void putMembers(Mission mission) {
        handle.createUpdate("DELETE FROM mission.member WHERE mission = :code AND NOT person = ANY(:members)")
                .bind("code", mission.code())
                .bindArray("members", UUID.class, List.copyOf(mission.members()))
                .execute();
        handle.createUpdate("""
                        INSERT INTO mission.member (mission, person) SELECT :code, unnest(:members)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("code", mission.code())
                .bindArray("members", UUID.class, List.copyOf(mission.members()))
                .execute();
    }

    private static <T extends SqlStatement<T>> T bind(T statement, Mission mission) {
        Agreement written = mission.agreement();
        return statement
                .bind("code", mission.code())
                .bind("name", mission.name())
                .bind("client", mission.client())
                .bind("manager", mission.manager())
                .bind("starts", mission.start())
                .bind("ends", mission.end())
                .bind("state", mission.state().code())
                .bind("regime", written.reach().regime().code())
                .bind("extraterritorial", written.reach().extraterritorial())
                .bind("clause", written.clause())
                .bind("signatory", written.signatory())
                .bind("uses", written.uses())
                .bind("data", written.data())
                .bind("verification", written.verification())
                .bind("notice", written.notice())
                .bind(
                        "agreedRegime",
                        mission.consent()
                                .map(given -> given.reach().regime().code())
                                .orElse(null))
                .bind(
                        "agreedExtraterritorial",
                        mission.consent()
                                .map(given -> given.reach().extraterritorial())
                                .orElse(false))
                .bind("agreedOn", mission.consent().map(Consent::on).orElse(null))
                .bind("purgeOn", mission.purgeOn().orElse(null))
                .bind(
                        "closedAt",
                        mission.closedAt()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .bind("decision", mission.decision())
                .bind("version", mission.version());
    }

    private static Mission mission(ResultSet row) throws SQLException {
        Set<UUID> members =
                Arrays.stream((UUID[]) row.getArray("members").getArray()).collect(Collectors.toUnmodifiableSet());
        return new Mission(
                row.getString("code"),
                row.getString("name"),
                row.getString("client"),
                row.getObject("manager", UUID.class),
                members,
                row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                State.of(row.getString("state")),
                agreement(row),
                consent(row),
                Optional.ofNullable(row.getObject("purge_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("purged_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("decision"),
                row.getInt("version"));
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                new Reach(Regime.of(row.getString("regime")), row.getBoolean("extraterritorial")),
                row.getString("clause"),
                row.getString("signatory"),
                row.getString("uses"),
                row.getString("data"),
                row.getString("verification"),
                row.getString("notice"));
    }

    private static Optional<Consent> consent(ResultSet row) throws SQLException {
        @Nullable String regime = row.getString("agreed_regime");
        if (regime == null) return Optional.empty();
        Reach reach = new Reach(Regime.of(regime), row.getBoolean("agreed_extraterritorial"));
        return Optional.of(new Consent(reach, row.getObject("agreed_on", LocalDate.class)));
    }
}
