package org.vigie.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.audit.Closing;
import org.vigie.audit.ExchangeRecord;
import org.vigie.audit.ExchangeRecord.State;
import org.vigie.audit.Opening;
import org.vigie.audit.Tokens;
import org.vigie.kernel.FindingSummary;

/**
 * One exchange, as far as two keys open it: never what was said, since that is recorded nowhere.
 *
 * @param model that was really used, {@code provider/model}; else the one that was asked for
 * @param decision the words of {@code x-vigie-decision}; {@code running} or {@code lost} where there is none
 * @param costMicroEuros millionths of a euro
 */
public record TraceLine(
        Instant at,
        String model,
        Optional<String> mission,
        Optional<String> useCase,
        List<String> decision,
        Map<String, Integer> findings,
        long inputTokens,
        long outputTokens,
        long costMicroEuros) {
    static TraceLine of(ExchangeRecord record) {
        return switch (record.state()) {
            case State.Closed(Instant _, Closing closing) ->
                of(
                        record.opening(),
                        closing.target(),
                        closing.decision(),
                        closing.findings(),
                        closing.tokens(),
                        closing.costMicroEuros());
            case State.Running _, State.Lost _ ->
                of(
                        record.opening(),
                        Optional.empty(),
                        record.outcome()
                                .map(lost -> lost.name().toLowerCase(Locale.ROOT))
                                .orElse("running"),
                        FindingSummary.NONE,
                        Tokens.NONE,
                        0);
        };
    }

    private static TraceLine of(
            Opening opening,
            Optional<String> target,
            String decision,
            FindingSummary findings,
            Tokens tokens,
            long costMicroEuros) {
        return new TraceLine(
                opening.at(),
                target.orElse(opening.model()),
                opening.mission(),
                opening.useCase(),
                List.of(decision.split(",")),
                findings.byType(),
                tokens.input(),
                tokens.output(),
                costMicroEuros);
    }
}
