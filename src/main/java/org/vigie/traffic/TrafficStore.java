package org.vigie.traffic;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.vigie.audit.Outcome;
import org.vigie.traffic.Traffic.HourLine;

/** The SQL of the sums. */
final class TrafficStore {
    private final Jdbi jdbi;

    TrafficStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds to what other replicas have written; all or nothing. */
    void add(Map<HourLine, Sums> sums) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO traffic.hour AS known VALUES (:hour, :route, :target, :outcome, :exchanges, :masked,
                        :inputTokens, :outputTokens, :estimated, :costMicroEuros, :ownMicros, :shieldMicros,
                        :upstreamMicros, :totalMicros, :firstBytes, :firstByteMicros)
                    ON CONFLICT (hour, route, target, outcome) DO UPDATE SET
                        exchanges = known.exchanges + excluded.exchanges,
                        masked = known.masked + excluded.masked,
                        input_tokens = known.input_tokens + excluded.input_tokens,
                        output_tokens = known.output_tokens + excluded.output_tokens,
                        estimated = known.estimated + excluded.estimated,
                        cost_micro_euros = known.cost_micro_euros + excluded.cost_micro_euros,
                        own_micros = known.own_micros + excluded.own_micros,
                        shield_micros = known.shield_micros + excluded.shield_micros,
                        upstream_micros = known.upstream_micros + excluded.upstream_micros,
                        total_micros = known.total_micros + excluded.total_micros,
                        first_bytes = known.first_bytes + excluded.first_bytes,
                        first_byte_micros = known.first_byte_micros + excluded.first_byte_micros
                    """);
            sums.forEach((key, sum) -> batch.bind("hour", OffsetDateTime.ofInstant(key.hour(), ZoneOffset.UTC))
                    .bind("route", key.line().route())
                    .bind("target", key.line().target())
                    .bind("outcome", key.line().outcome().name().toLowerCase(Locale.ROOT))
                    .bindMethods(sum)
                    .add());
            batch.execute();
        });
    }

    /** The hour that {@code from} is in counts as a whole. */
    Map<Line, Sums> since(Instant from) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT route, target, outcome, sum(exchanges)::bigint AS exchanges, sum(masked)::bigint AS masked,
                               sum(input_tokens)::bigint AS input_tokens, sum(output_tokens)::bigint AS output_tokens,
                               sum(estimated)::bigint AS estimated, sum(cost_micro_euros)::bigint AS cost_micro_euros,
                               sum(own_micros)::bigint AS own_micros, sum(shield_micros)::bigint AS shield_micros,
                               sum(upstream_micros)::bigint AS upstream_micros, sum(total_micros)::bigint AS total_micros,
                               sum(first_bytes)::bigint AS first_bytes,
                               sum(first_byte_micros)::bigint AS first_byte_micros
                        FROM traffic.hour WHERE hour > CAST(:from AS timestamptz) - interval '1 hour'
                        GROUP BY route, target, outcome ORDER BY route, target, outcome
                        """)
                .bind("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .reduceRows(new LinkedHashMap<Line, Sums>(), (lines, row) -> {
                    Line line = new Line(
                            row.getColumn("route", String.class),
                            row.getColumn("target", String.class),
                            Outcome.valueOf(
                                    row.getColumn("outcome", String.class).toUpperCase(Locale.ROOT)));
                    lines.put(line, row.getRow(Sums.class));
                    return lines;
                }));
    }
}
