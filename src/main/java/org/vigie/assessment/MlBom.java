package org.vigie.assessment;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.vigie.assessment.Assessments.Known;
import org.vigie.assessment.ProviderFile.ModelFacts;
import org.vigie.configuration.VigieConfiguration.Model;

/** The models of this instance as a bill of materials: CycloneDX 1.6, components of the type machine-learning-model. */
final class MlBom {
    private MlBom() {}

    static String of(List<Known> providers, UUID serial, Instant now) {
        JsonArray components = new JsonArray();
        for (Known known : providers) {
            for (Model model : known.provider().models()) components.add(component(known, model));
        }
        return new JsonObject()
                .put("bomFormat", "CycloneDX")
                .put("specVersion", "1.6")
                .put("serialNumber", "urn:uuid:" + serial)
                .put("version", 1)
                .put(
                        "metadata",
                        new JsonObject()
                                .put(
                                        "timestamp",
                                        now.truncatedTo(ChronoUnit.SECONDS).toString())
                                .put(
                                        "component",
                                        new JsonObject()
                                                .put("type", "application")
                                                .put("name", "Vigie")))
                .put("components", components)
                .encodePrettily();
    }

    private static JsonObject component(Known known, Model model) {
        ProviderFile file = known.file();
        ModelFacts facts = file.model(model.id());
        String target = known.provider().id() + "/" + model.id();
        JsonObject component = new JsonObject()
                .put("type", "machine-learning-model")
                .put("bom-ref", target)
                .put("supplier", new JsonObject().put("name", named(known)))
                .put("name", model.upstreamModel())
                .put("modelCard", card(known, target));
        if (!facts.licence().isEmpty()) {
            component.put(
                    "licenses",
                    new JsonArray()
                            .add(new JsonObject().put("license", new JsonObject().put("name", facts.licence()))));
        }
        JsonArray references = new JsonArray();
        reference(references, "model-card", facts.cardUrl());
        reference(references, "license", file.termsUrl());
        if (!references.isEmpty()) component.put("externalReferences", references);
        return component.put("properties", properties(known, model, facts));
    }

    private static String named(Known known) {
        return known.file().legalName().isEmpty()
                ? known.provider().name()
                : known.file().legalName();
    }

    /** One for each model: the reference must be its own. */
    private static JsonObject card(Known known, String target) {
        return new JsonObject().put("bom-ref", "card:" + target).put("properties", properties(known.file()));
    }

    private static JsonArray properties(ProviderFile file) {
        JsonArray properties = new JsonArray();
        property(properties, "vigie:provider:country", file.country());
        property(properties, "vigie:provider:parent", file.parent());
        property(properties, "vigie:provider:regions", file.regions());
        property(properties, "vigie:provider:foreign-law", file.foreignLaw());
        property(properties, "vigie:provider:training-on-customer-data", file.training());
        file.retentionDays()
                .ifPresent(days -> property(properties, "vigie:provider:retention-days", Integer.toString(days)));
        property(properties, "vigie:provider:environment", file.environment());
        property(properties, "vigie:provider:terms-sha256", file.termsSha256());
        Line.subSuppliers(file.subSuppliers())
                .forEach(one -> property(
                        properties,
                        one.embedsAi() ? "vigie:provider:sub-supplier-with-ai" : "vigie:provider:sub-supplier",
                        one.name()));
        Line.certifications(file.certifications())
                .forEach(one -> property(
                        properties, "vigie:provider:certification", (one.name() + " " + one.number()).strip()));
        return properties;
    }

    private static JsonArray properties(Known known, Model model, ModelFacts facts) {
        JsonArray properties = new JsonArray();
        property(properties, "vigie:zone", known.provider().zone().name().toLowerCase(Locale.ROOT));
        property(properties, "vigie:standing", known.standing().code());
        known.newest().flatMap(Assessment::cap).ifPresent(cap -> property(properties, "vigie:cap", cap.name()));
        known.newest().ifPresent(one -> property(properties, "vigie:decision", one.decision()));
        known.newest()
                .flatMap(Assessment::validThrough)
                .ifPresent(day -> property(properties, "vigie:valid-through", day.toString()));
        property(properties, "vigie:weights", facts.weights());
        property(properties, "vigie:weights-sha256", facts.weightsSha256());
        property(properties, "vigie:ip-indemnity", facts.indemnity());
        property(properties, "vigie:training-summary", facts.trainingSummaryUrl());
        facts.deprecatedOn().ifPresent(day -> property(properties, "vigie:deprecated-on", day.toString()));
        model.contextTokens().ifPresent(count -> property(properties, "vigie:context-tokens", Integer.toString(count)));
        model.totalParametersB()
                .ifPresent(billions -> property(properties, "vigie:parameters-billions", Double.toString(billions)));
        model.location().ifPresent(place -> property(properties, "vigie:location", place));
        return properties;
    }

    private static void property(JsonArray properties, String name, String value) {
        if (!value.isEmpty()) properties.add(new JsonObject().put("name", name).put("value", value));
    }

    private static void reference(JsonArray references, String type, String url) {
        if (!url.isEmpty()) references.add(new JsonObject().put("type", type).put("url", url));
    }
}
