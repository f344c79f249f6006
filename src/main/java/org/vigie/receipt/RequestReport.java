package org.vigie.receipt;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.audit.Closing;
import org.vigie.audit.ExchangeRecord;
import org.vigie.audit.ExchangeRecord.State;
import org.vigie.audit.Latency;
import org.vigie.audit.Opening;
import org.vigie.audit.Place;
import org.vigie.audit.Tokens;

/**
 * One exchange's record as {@code /api/v1} and the page tell it. Fields that are not known yet, or never will be, are
 * absent.
 *
 * @param outcome {@code running}, {@code answered}, {@code refused}, {@code cancelled}, {@code failed}, {@code lost}
 * @param askedModel the name that the client used
 * @param model {@code provider/model} really used
 * @param attempts how often the request was sent to a provider
 * @param cached whether an answer of before was given again, and nothing sent
 * @param costMicroEuros millionths of a euro
 * @param validations the decisions by which somebody must validate the answer before it is used
 * @param chain where its records stand in the audit
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
        Optional<Integer> attempts,
        boolean cached,
        Optional<Tokens> tokens,
        Optional<Long> costMicroEuros,
        Optional<Latency> latency,
        List<String> validations,
        List<Place> chain) {

    static RequestReport of(ExchangeRecord record, List<Place> chain) {
        return switch (record.state()) {
            case State.Running _ -> unfinished(record.opening(), "running", Optional.empty(), chain);
            case State.Lost(Instant noticedAt) -> unfinished(record.opening(), "lost", Optional.of(noticedAt), chain);
            case State.Closed(Instant at, Closing closing) -> finished(record.opening(), at, closing, chain);
        };
    }

    private static RequestReport unfinished(
            Opening opening, String outcome, Optional<Instant> noticed, List<Place> chain) {
        return new RequestReport(
                opening.exchange(),
                opening.at(),
                noticed,
                lower(opening.door()),
                opening.model(),
                opening.snapshot(),
                outcome,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                chain);
    }

    private static RequestReport finished(Opening opening, Instant at, Closing closing, List<Place> chain) {
        return new RequestReport(
                opening.exchange(),
                opening.at(),
                Optional.of(at),
                lower(opening.door()),
                opening.model(),
                opening.snapshot(),
                lower(closing.outcome()),
                Optional.of(closing.decision()),
                closing.refusalCode(),
                closing.dataClass().map(Enum::name),
                closing.findings().byType(),
                closing.target(),
                Optional.of(closing.attempts()),
                closing.cached(),
                Optional.of(closing.tokens()),
                Optional.of(closing.costMicroEuros()),
                Optional.of(closing.latency()),
                closing.validations(),
                chain);
    }

    /** Whether the rules said something to it: they are asked once it has ended, for a model that there is. */
    @JsonIgnore
    public boolean isJudged() {
        return decision.isPresent() && !askedModel.equals(Opening.UNREADABLE);
    }

    /** The words of the decision, one by one; none while it runs. */
    @JsonIgnore
    public List<String> verdicts() {
        return decision.map(words -> List.of(words.split(","))).orElse(List.of());
    }

    @JsonIgnore
    public boolean isClosed() {
        return chain.stream().anyMatch(place -> place.says().equals("closed"));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
