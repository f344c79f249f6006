package org.vigie.metering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of leased blocks. The only clock is the database's, so that replicas whose clocks differ agree on the period.
 *
 * @param replica whose blocks these are; another one after each start
 */
record LeaseStore(Jdbi jdbi, UUID replica) {
    /** How long a replica that says nothing counts as alive. */
    private static final String PATIENCE = "interval '30 seconds'";

    /** One allowance of one subject. */
    record Account(Subject subject, Measure measure) {}

    /**
     * Takes a block in one statement, whatever other replicas do at the same time.
     *
     * @param need what a block must hold to be of use
     * @param want what it should hold if there is plenty
     */
    Lease lease(Account account, long limit, long need, long want) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH counted AS (
                            INSERT INTO metering.allowance AS known (subject, measure, starts, leased, spent, granted)
                            SELECT :subject, :measure, metering.starts(:unit, now()), block, 0, block
                            FROM metering.block(:limit, :need, :want) AS block
                            ON CONFLICT (subject, measure) DO UPDATE SET
                                starts = CASE WHEN metering.renews(:unit, known.starts, excluded.starts)
                                    THEN excluded.starts ELSE known.starts END,
                                leased = CASE WHEN metering.renews(:unit, known.starts, excluded.starts)
                                    THEN excluded.leased
                                    ELSE known.leased + metering.block(:limit - known.leased, :need, :want) END,
                                spent = CASE WHEN metering.renews(:unit, known.starts, excluded.starts)
                                    THEN 0 ELSE known.spent END,
                                since = CASE WHEN metering.renews(:unit, known.starts, excluded.starts)
                                    THEN excluded.starts ELSE known.since END,
                                refused_limit = CASE WHEN metering.renews(:unit, known.starts, excluded.starts)
                                    THEN NULL ELSE known.refused_limit END,
                                granted = CASE WHEN metering.renews(:unit, known.starts, excluded.starts)
                                    THEN excluded.granted
                                    ELSE metering.block(:limit - known.leased, :need, :want) END
                            RETURNING starts, leased, spent, granted),
                        held AS (
                            INSERT INTO metering.holding AS known (replica, subject, measure, starts, leased)
                            SELECT :replica, :subject, :measure, starts, granted FROM counted
                            ON CONFLICT (replica, subject, measure) DO UPDATE SET
                                starts = excluded.starts,
                                leased = excluded.leased
                                    + CASE WHEN known.starts = excluded.starts THEN known.leased ELSE 0 END,
                                spent = CASE WHEN known.starts = excluded.starts THEN known.spent ELSE 0 END,
                                returned = CASE WHEN known.starts = excluded.starts THEN known.returned ELSE 0 END
                            RETURNING leased)
                        SELECT counted.starts, held.leased AS held, counted.leased, counted.spent,
                               nullif(metering.ends(:unit, starts), 'infinity') AS ends,
                               extract(epoch FROM nullif(metering.ends(:unit, starts), 'infinity') - clock_timestamp())
                                   AS seconds_left,
                               NOT EXISTS (
                                   SELECT FROM metering.replica
                                   WHERE id <> :replica AND expires_at > now()) AS alone
                        FROM counted, held
                        """)
                .bind("subject", account.subject().code())
                .bind("measure", account.measure().code())
                .bind("unit", account.measure().unit())
                .bind("limit", limit)
                .bind("need", need)
                .bind("want", want)
                .bind("replica", replica)
                .map((row, _) -> lease(row))
                .one());
    }

    /**
     * Tells what became of this replica's blocks in a period, in total.
     *
     * @param returned negative where more was spent than leased
     * @return what it leased in total; empty when that is no longer its own: the period is over, or it was thought dead
     */
    Optional<Long> report(Account account, Instant starts, long spent, long returned) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH before AS (
                            SELECT spent, returned FROM metering.holding
                            WHERE replica = :replica AND subject = :subject AND measure = :measure AND starts = :starts
                            FOR UPDATE),
                        counted AS (
                            UPDATE metering.allowance known SET
                                spent = known.spent + :spent - before.spent,
                                leased = known.leased - :returned + before.returned
                            FROM before
                            WHERE known.subject = :subject AND known.measure = :measure AND known.starts = :starts
                            RETURNING 1)
                        UPDATE metering.holding SET spent = :spent, returned = :returned
                        WHERE replica = :replica AND subject = :subject AND measure = :measure
                          AND EXISTS (SELECT FROM counted)
                        RETURNING leased
                        """)
                .bind("subject", account.subject().code())
                .bind("measure", account.measure().code())
                .bind("starts", starts)
                .bind("replica", replica)
                .bind("spent", spent)
                .bind("returned", returned)
                .mapTo(Long.class)
                .findOne());
    }

    /** @return false when this replica was thought dead meanwhile, or is new: it then has no block */
    boolean live() {
        return jdbi.inTransaction(handle -> {
            boolean lived = handle.createUpdate("UPDATE metering.replica SET expires_at = now() + " + PATIENCE
                                    + " WHERE id = :replica")
                            .bind("replica", replica)
                            .execute()
                    > 0;
            if (!lived) {
                writeOff(handle, replica);
                handle.createUpdate("INSERT INTO metering.replica (id, expires_at) VALUES (:replica, now() + "
                                + PATIENCE + ") ON CONFLICT DO NOTHING")
                        .bind("replica", replica)
                        .execute();
            }
            return lived;
        });
    }

    /** Closes the accounts of replicas that are no more. */
    void buryDead() {
        List<UUID> dead =
                jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM metering.replica WHERE expires_at < now()")
                        .mapTo(UUID.class)
                        .list());
        dead.forEach(this::bury);
    }

    private void bury(UUID dead) {
        jdbi.useTransaction(handle -> {
            boolean ours = handle.createUpdate("DELETE FROM metering.replica WHERE id = :dead AND expires_at < now()")
                            .bind("dead", dead)
                            .execute()
                    > 0;
            if (ours) writeOff(handle, dead);
        });
    }

    /** The end of this replica, after everything was reported. */
    void leave() {
        jdbi.useTransaction(handle -> {
            writeOff(handle, replica);
            handle.createUpdate("DELETE FROM metering.replica WHERE id = :replica")
                    .bind("replica", replica)
                    .execute();
        });
    }

    /**
     * What a replica had and did not report counts as spent, since nobody can say that it was not. Places for requests at
     * the same time are free again: those requests died with it.
     */
    private static void writeOff(Handle handle, UUID gone) {
        handle.createUpdate("""
                        WITH gone AS (DELETE FROM metering.holding WHERE replica = :gone RETURNING *)
                        UPDATE metering.allowance counted SET
                            spent = counted.spent + CASE WHEN counted.measure = :places THEN 0 ELSE rest END,
                            leased = counted.leased - CASE WHEN counted.measure = :places THEN rest ELSE 0 END
                        FROM (SELECT *, leased - spent - returned AS rest FROM gone) AS left_over
                        WHERE counted.subject = left_over.subject AND counted.measure = left_over.measure
                          AND counted.starts = left_over.starts
                        """)
                .bind("gone", gone)
                .bind("places", Measure.CONCURRENCY.code())
                .execute();
    }

    /** Of limits of which something was used in their period. */
    List<Standing> standings(Collection<Limit> limits) {
        if (limits.isEmpty()) return List.of();
        Map<Account, List<Limit>> byAccount =
                limits.stream().collect(Collectors.groupingBy(limit -> new Account(limit.subject(), limit.measure())));
        List<Account> accounts = List.copyOf(byAccount.keySet());
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        SELECT asked.place, leased, spent, since, refused_limit,
                               nullif(metering.ends(asked.unit, starts), 'infinity') AS ends
                        FROM unnest(:subjects, :measures, :units) WITH ORDINALITY
                            AS asked (subject, measure, unit, place)
                        JOIN metering.allowance USING (subject, measure)
                        WHERE NOT metering.renews(asked.unit, starts, metering.starts(asked.unit, now()))
                        """)
                .bindArray(
                        "subjects",
                        String.class,
                        accounts.stream().map(one -> one.subject().code()).toList())
                .bindArray(
                        "measures",
                        String.class,
                        accounts.stream().map(one -> one.measure().code()).toList())
                .bindArray(
                        "units",
                        String.class,
                        accounts.stream().map(one -> one.measure().unit()).toList())
                .map((row, _) ->
                        standings(byAccount.getOrDefault(accounts.get(row.getInt("place") - 1), List.of()), row))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList());
    }

    private static List<Standing> standings(List<Limit> limits, ResultSet row) throws SQLException {
        long leased = row.getLong("leased");
        long spent = row.getLong("spent");
        long refused = row.getLong("refused_limit");
        boolean anyRefused = !row.wasNull();
        @Nullable OffsetDateTime ends = row.getObject("ends", OffsetDateTime.class);
        Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
        return limits.stream()
                .map(limit -> new Standing(
                        limit,
                        limit.measure() == Measure.CONCURRENCY ? leased : spent,
                        Math.max(0, leased - spent),
                        Optional.of(since),
                        Optional.ofNullable(ends).map(OffsetDateTime::toInstant),
                        anyRefused && refused >= limit.amount()))
                .toList();
    }

    /** A request of this period was refused at this limit, since what was left did not do for it. */
    void refused(Account account, Instant starts, long limit) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE metering.allowance SET refused_limit = greatest(refused_limit, :limit)
                        WHERE subject = :subject AND measure = :measure AND starts = :starts
                        """)
                .bind("subject", account.subject().code())
                .bind("measure", account.measure().code())
                .bind("starts", starts)
                .bind("limit", limit)
                .execute());
    }

    private static Lease lease(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime ends = row.getObject("ends", OffsetDateTime.class);
        return new Lease(
                row.getObject("starts", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(ends).map(OffsetDateTime::toInstant),
                ends == null ? Long.MAX_VALUE / 4 : (long) (row.getDouble("seconds_left") * 1e9),
                row.getLong("held"),
                row.getLong("leased"),
                row.getLong("spent"),
                row.getBoolean("alone"));
    }
}
