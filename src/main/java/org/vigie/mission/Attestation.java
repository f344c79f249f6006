package org.vigie.mission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a client may be told of a mission: counts out of the audit, without content and without persons.
 *
 * @param from the first day, included, in Paris
 * @param to the last day, included
 * @param issuedAt exchanges that began before it are counted
 * @param outcomes exchanges by how they ended: {@code answered}, {@code refused}, {@code lost}…
 * @param masked values that were replaced before a request left, by type
 * @param refusals by their codes
 * @param snapshots numbers of the policy snapshots under which exchanges ran
 */
public record Attestation(
        Mission mission,
        LocalDate from,
        LocalDate to,
        Instant issuedAt,
        SortedMap<String, Integer> outcomes,
        List<Model> models,
        SortedMap<String, Integer> masked,
        SortedMap<String, Integer> refusals,
        SortedSet<Long> snapshots) {
    static final String TYPE = "vigie-mission-attestation";

    /**
     * One that received something.
     *
     * @param name {@code provider/model}
     * @param provider as people call it; empty where the configuration does not know it any more
     * @param country ISO 3166-1 alpha-3 of the machines, as the configuration says it now
     */
    public record Model(String name, String provider, Optional<String> zone, Optional<String> country, int exchanges) {}

    public int exchanges() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Without its ending. */
    String fileName() {
        return "attestation-" + mission.code() + "-" + from + "-" + to;
    }

    /** The payload that is signed. */
    String json() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("type", TYPE).put("version", 1);
        all.put("issuedAt", issuedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        ObjectNode about = all.putObject("mission");
        about.put("code", mission.code()).put("name", mission.name()).put("client", mission.client());
        about.put("state", mission.state().code());
        mission.consent()
                .ifPresent(given -> about.put(
                                "agreedRegime", given.reach().regime().code())
                        .put("agreedOn", given.on().toString()));
        all.putObject("period")
                .put("from", from.toString())
                .put("to", to.toString())
                .put("zone", Mission.ZONE.getId());
        all.put("exchanges", exchanges());
        put(all.putObject("outcomes"), outcomes);
        ArrayNode used = all.putArray("models");
        for (Model model : models) {
            ObjectNode one = used.addObject().put("model", model.name()).put("provider", model.provider());
            model.zone().ifPresent(zone -> one.put("zone", zone));
            model.country().ifPresent(country -> one.put("country", country));
            one.put("exchanges", model.exchanges());
        }
        put(all.putObject("maskedValues"), masked);
        put(all.putObject("refusals"), refusals);
        ArrayNode numbers = all.putArray("snapshots");
        snapshots.forEach(numbers::add);
        return all.toString();
    }

    private static void put(ObjectNode node, Map<String, Integer> counts) {
        counts.forEach(node::put);
    }
}
