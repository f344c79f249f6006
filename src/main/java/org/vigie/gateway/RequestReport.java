package org.vigie.gateway;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.audit.Closing;
import org.vigie.audit.ExchangeRecord;
import org.vigie.audit.ExchangeRecord.State;
import org.vigie.audit.Latency;
import org.vigie.audit.Tokens;

/**
 * One exchange's record as {@code /api/v1} tells it. Fields that are not known yet, or never will be, are absent.
 *
 * @param outcome {@code running}, {@code answered}, {@code refused}, {@code cancelled}, {@code failed}, {@code lost}
 * @param askedModel the name that the client used
 * @param model {@code provider/model} really used
 * @param costMicroEuros millionths of a euro
 */
public record RequestReport(
        UUID id,
        Instant openedAt,
        Optional<Instant> endedAt,
        String door,
        String askedModel,
        String snapshot,
        String outcome,
        Optional<String> decision,
        Optional<String> problem,
        Optional<String> dataClass,
        Map<String, Integer> findings,
        Optional<String> model,
        Optional<Tokens> tokens,
        Optional<Long> costMicroEuros,
        Optional<Latency> latency) {

    static RequestReport of(ExchangeRecord record) {
        return switch (record.state()) {
            case State.Running _ -> unfinished(record, "running", Optional.empty());
            case State.Lost(Instant noticedAt) -> unfinished(record, "lost", Optional.of(noticedAt));
            case State.Closed(Instant at, Closing closing) -> finished(record, at, closing);
        };
    }

    private static RequestReport unfinished(ExchangeRecord record, String outcome, Optional<Instant> noticed) {
        return new RequestReport(
                record.opening().exchange(),
                record.opening().at(),
                noticed,
                lower(record.opening().door()),
                record.opening().model(),
                record.opening().snapshot(),
                outcome,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static RequestReport finished(ExchangeRecord record, Instant at, Closing closing) {
        return new RequestReport(
                record.opening().exchange(),
                record.opening().at(),
                Optional.of(at),
                lower(record.opening().door()),
                record.opening().model(),
                record.opening().snapshot(),
                lower(closing.outcome()),
                Optional.of(closing.decision()),
                closing.refusalCode(),
                closing.dataClass().map(Enum::name),
                closing.findings().byType(),
                closing.target(),
                Optional.of(closing.tokens()),
                Optional.of(closing.costMicroEuros()),
                Optional.of(closing.latency()));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
