package org.vigie.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.assessment.Assessments.Known;
import org.vigie.assessment.ProviderFile.ModelFacts;
import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;

/** A provider's file as a form, there and back. */
final class FileForm {
    private FileForm() {}

    static Form of(Known known) {
        ProviderFile file = known.file();
        Map<String, List<String>> values = new HashMap<>();
        put(values, "legalName", file.legalName());
        put(values, "parent", file.parent());
        put(values, "country", file.country());
        put(values, "regions", file.regions());
        put(values, "foreignLaw", file.foreignLaw());
        put(values, "dpaSignedOn", day(file.dpaSignedOn()));
        put(values, "training", file.training());
        put(values, "retentionDays", file.retentionDays().map(String::valueOf).orElse(""));
        put(values, "certifications", file.certifications());
        put(values, "subSuppliers", file.subSuppliers());
        put(values, "serviceLevel", file.serviceLevel());
        put(values, "statusUrl", file.statusUrl());
        put(values, "exitDays", file.exitDays().map(String::valueOf).orElse(""));
        put(values, "substitute", file.substitute());
        put(values, "substituteTested", day(file.substituteTested()));
        put(values, "environment", file.environment());
        put(values, "termsUrl", file.termsUrl());
        put(values, "termsSha256", file.termsSha256());
        put(values, "termsCheckedOn", day(file.termsCheckedOn()));
        put(values, "version", Integer.toString(file.version()));
        for (Model model : known.provider().models()) {
            ModelFacts facts = file.model(model.id());
            put(values, "licence." + model.id(), facts.licence());
            put(values, "card." + model.id(), facts.cardUrl());
            put(values, "deprecated." + model.id(), day(facts.deprecatedOn()));
            put(values, "weights." + model.id(), facts.weights());
            put(values, "weightsSha256." + model.id(), facts.weightsSha256());
            put(values, "indemnity." + model.id(), facts.indemnity());
            put(values, "trainingSummary." + model.id(), facts.trainingSummaryUrl());
        }
        return Form.of(values);
    }

    private static void put(Map<String, List<String>> values, String name, String value) {
        values.put(name, List.of(value));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    /** Empty where something does not fit. */
    static Optional<ProviderFile> read(Known known, Form form) {
        try {
            Map<String, ModelFacts> models = new HashMap<>();
            for (Model model : known.provider().models()) {
                models.put(
                        model.id(),
                        new ModelFacts(
                                text(form, "licence." + model.id()),
                                text(form, "card." + model.id()),
                                Line.date(form.value("deprecated." + model.id())),
                                form.value("weights." + model.id()),
                                text(form, "weightsSha256." + model.id()).toLowerCase(Locale.ROOT),
                                form.value("indemnity." + model.id()),
                                text(form, "trainingSummary." + model.id())));
            }
            return Optional.of(new ProviderFile(
                    known.provider().id(),
                    text(form, "legalName"),
                    text(form, "parent"),
                    text(form, "country"),
                    text(form, "regions"),
                    text(form, "foreignLaw"),
                    Line.date(form.value("dpaSignedOn")),
                    form.value("training"),
                    number(form, "retentionDays"),
                    text(form, "certifications"),
                    text(form, "subSuppliers"),
                    text(form, "serviceLevel"),
                    text(form, "statusUrl"),
                    number(form, "exitDays"),
                    text(form, "substitute"),
                    Line.date(form.value("substituteTested")),
                    text(form, "environment"),
                    text(form, "termsUrl"),
                    hash(form),
                    Line.date(form.value("termsCheckedOn")),
                    models,
                    number(form, "version").orElse(0)));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    /** The fields that do not fit, each where the others stay as they are, and those of models that it does not have. */
    static Form unfit(Known known, Form stands, PostedFields sent, AssessmentMessages say) {
        return stands.unfit(
                sent,
                (field, alone) -> (field.indexOf('.') < 0 || stands.values().containsKey(field))
                        && read(known, alone).isPresent(),
                say.fileFault());
    }

    private static String text(Form form, String field) {
        return form.value(field).strip();
    }

    /** Of the text that was pasted, which is then forgotten; else as it was typed. */
    private static String hash(Form form) {
        String pasted = form.value("termsText").strip();
        if (pasted.isEmpty()) return text(form, "termsSha256").toLowerCase(Locale.ROOT);
        try {
            // Browsers send line ends as CR LF, whatever was pasted.
            byte[] bytes = pasted.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** @throws NumberFormatException an illegal argument, where it is no number */
    private static Optional<Integer> number(Form form, String field) {
        String text = text(form, field);
        return text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
    }
}
