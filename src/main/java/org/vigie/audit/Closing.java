package org.vigie.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Exposure;
import org.vigie.kernel.FindingSummary;

/**
 * How an exchange ended, without a word of it.
 *
 * @param outcome anything but {@link Outcome#LOST}, which only the next process can say
 * @param decision the value of {@code x-vigie-decision}
 * @param refusalCode the {@code Problem} code that the caller got instead of an answer
 * @param findings what the shield found, by type
 * @param strays placeholders in the answer that the exchange did not issue, left as they were
 * @param exposure what its content is, as far as policy asks; absent when it was not examined
 * @param target {@code provider/model} really used
 * @param attempts how often the request was sent, or may have been, to a provider
 * @param cached whether an answer of before was given again
 * @param costMicroEuros millionths of a euro
 * @param validations the decisions by which somebody must validate the answer before it is used
 */
public record Closing(
        Outcome outcome,
        String decision,
        Optional<String> refusalCode,
        FindingSummary findings,
        int strays,
        Optional<Exposure> exposure,
        Optional<String> target,
        int attempts,
        boolean cached,
        Tokens tokens,
        long costMicroEuros,
        Latency latency,
        List<String> validations) {

    /** One whose answer nobody has to validate. */
    public Closing(
            Outcome outcome,
            String decision,
            Optional<String> refusalCode,
            FindingSummary findings,
            int strays,
            Optional<Exposure> exposure,
            Optional<String> target,
            int attempts,
            boolean cached,
            Tokens tokens,
            long costMicroEuros,
            Latency latency) {
        this(
                outcome,
                decision,
                refusalCode,
                findings,
                strays,
                exposure,
                target,
                attempts,
                cached,
                tokens,
                costMicroEuros,
                latency,
                List.of());
    }

    public Closing {
        if (outcome == Outcome.LOST) {
            throw new IllegalArgumentException("only the next process can say that an exchange is lost");
        }
        validations = List.copyOf(validations);
        if (attempts < 0) throw new IllegalArgumentException("attempts are counted from 0");
    }

    /** Of the request as it was written; absent when it was not examined. */
    public Optional<DataClass> dataClass() {
        return exposure.map(Exposure::written);
    }

    /** Whether a byte of the request may have left for a provider. */
    public boolean reachedProvider() {
        return attempts > 0;
    }

    /** An exchange that ended before anything was examined or sent. */
    public static Closing refused(String refusalCode, Latency latency) {
        return new Closing(
                Outcome.REFUSED,
                "refused",
                Optional.of(refusalCode),
                FindingSummary.NONE,
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                Tokens.NONE,
                0,
                latency);
    }

    String body() {
        Json body = new Json().put("outcome", outcome.code()).put("decision", decision);
        refusalCode.ifPresent(code -> body.put("code", code));
        body.put("findings", findings.byType());
        if (strays > 0) body.put("strays", strays);
        exposure.ifPresent(found -> write(found, body));
        target.ifPresent(used -> body.put("target", used));
        body.put("reached", reachedProvider());
        if (attempts > 1) body.put("attempts", attempts);
        if (cached) body.put("cached", true);
        if (!validations.isEmpty()) body.put("validations", String.join(" ", validations));
        tokens.write(body);
        return body.put("cost_micro_euros", costMicroEuros)
                .put("queue_micros", latency.queueMicros())
                .put("shield_micros", latency.shieldMicros())
                .put("upstream_micros", latency.upstreamMicros())
                .put("first_byte_micros", latency.firstByteMicros())
                .put("total_micros", latency.totalMicros())
                .end();
    }

    static Closing of(Fact fact) {
        JsonNode body = Json.parse(fact.body());
        return new Closing(
                Outcome.of(body.required("outcome").asText()),
                body.required("decision").asText(),
                body.optional("code").map(JsonNode::asText),
                findings(body.required("findings")),
                body.optional("strays").map(JsonNode::asInt).orElse(0),
                body.optional("class").map(written -> exposure(written.asText(), body)),
                body.optional("target").map(JsonNode::asText),
                attempts(body),
                body.path("cached").asBoolean(),
                Tokens.of(body),
                body.required("cost_micro_euros").asLong(),
                latency(body),
                words(body.path("validations").asText()).stream().sorted().toList());
    }

    /** What goes without saying is left out. */
    private static void write(Exposure exposure, Json body) {
        body.put("class", exposure.written().name());
        if (exposure.masked() != exposure.written())
            body.put("masked", exposure.masked().name());
        if (!exposure.unreadable().isEmpty()) body.put("unreadable", joined(exposure.unreadable()));
        if (!exposure.missions().isEmpty()) body.put("missions", joined(exposure.missions()));
    }

    private static String joined(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }

    private static Exposure exposure(String written, JsonNode body) {
        return new Exposure(
                DataClass.valueOf(written),
                DataClass.valueOf(body.path("masked").asText(written)),
                words(body.path("unreadable").asText()),
                words(body.path("missions").asText()));
    }

    private static Set<String> words(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(" "));
    }

    private static int attempts(JsonNode body) {
        return body.required("reached").asBoolean() ? body.path("attempts").asInt(1) : 0;
    }

    private static FindingSummary findings(JsonNode findings) {
        return new FindingSummary(findings.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().asInt())));
    }

    private static Latency latency(JsonNode body) {
        return new Latency(
                body.required("queue_micros").asLong(),
                body.required("shield_micros").asLong(),
                body.required("upstream_micros").asLong(),
                body.required("first_byte_micros").asLong(),
                body.required("total_micros").asLong());
    }
}
