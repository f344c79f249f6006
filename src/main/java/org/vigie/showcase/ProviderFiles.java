package org.vigie.showcase;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.assessment.Assessments;
import org.vigie.assessment.Assessments.Judgement;
import org.vigie.assessment.Assessments.Known;
import org.vigie.assessment.Cap;
import org.vigie.assessment.ProviderFile;
import org.vigie.assessment.ProviderFile.ModelFacts;
import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.identity.Caller;

/**
 * What the firm knows of its providers and has decided on them, out of {@code providers.json}, whose dates are counted
 * from the first start. The one outside Europe is left for whoever tries the demonstration to assess.
 */
@Singleton
final class ProviderFiles {
    private final Assessments assessments;

    @Inject
    ProviderFiles(Assessments assessments) {
        this.assessments = assessments;
    }

    /**
     * @param writer of the files
     * @param decider on those that are assessed
     */
    void seed(Caller writer, Caller decider, LocalDate today) {
        for (Object one : read()) {
            JsonObject told = (JsonObject) one;
            String provider = told.getString("provider");
            assessments.write(writer, file(told, assessments.find(provider), today));
            Optional.ofNullable(told.getJsonObject("decision"))
                    .ifPresent(decision -> assessments.decide(decider, provider, judgement(decision, today)));
        }
    }

    private static JsonArray read() {
        try (InputStream file = Objects.requireNonNull(ProviderFiles.class.getResourceAsStream("providers.json"))) {
            return new JsonArray(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ProviderFile file(JsonObject told, Known known, LocalDate today) {
        Map<String, ModelFacts> models = known.provider().models().stream()
                .collect(Collectors.toMap(
                        Model::id, _ -> ModelFacts.of(told.getString("licence", ""), "", Optional.empty())));
        return new ProviderFile(
                known.provider().id(),
                told.getString("legalName"),
                told.getString("parent", ""),
                told.getString("country", ""),
                told.getString("regions", ""),
                told.getString("foreignLaw", ""),
                daysAgo(told, "dpaSignedDaysAgo", today),
                told.getString("training"),
                Optional.ofNullable(told.getInteger("retentionDays")),
                certifications(told, today),
                lines(told, "subSuppliers").stream().map(String.class::cast).collect(Collectors.joining("\n")),
                told.getString("serviceLevel", ""),
                told.getString("statusUrl", ""),
                Optional.ofNullable(told.getInteger("exitDays")),
                told.getString("substitute", ""),
                daysAgo(told, "substituteTestedDaysAgo", today),
                told.getString("environment", ""),
                told.getString("termsUrl", ""),
                "",
                daysAgo(told, "termsCheckedDaysAgo", today),
                models,
                known.file().version());
    }

    private static String certifications(JsonObject told, LocalDate today) {
        return lines(told, "certifications").stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getString("name") + " ; " + one.getString("number") + " ; "
                        + today.plusMonths(one.getInteger("monthsLeft")))
                .collect(Collectors.joining("\n"));
    }

    private static List<Object> lines(JsonObject told, String key) {
        return told.getJsonArray(key, new JsonArray()).stream().toList();
    }

    private static Optional<LocalDate> daysAgo(JsonObject told, String key, LocalDate today) {
        return Optional.ofNullable(told.getInteger(key)).map(today::minusDays);
    }

    private static Judgement judgement(JsonObject decision, LocalDate today) {
        Map<String, String> answers = new HashMap<>();
        decision.getJsonObject("answers").forEach(one -> answers.put(one.getKey(), (String) one.getValue()));
        return new Judgement(
                answers,
                Optional.of(Cap.valueOf(decision.getString("cap"))),
                decision.getString("conditions"),
                today.plusMonths(decision.getInteger("months")),
                decision.getString("motive"));
    }
}
