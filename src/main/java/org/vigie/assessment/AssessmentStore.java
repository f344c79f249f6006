package org.vigie.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.vigie.assessment.ProviderFile.ModelFacts;

/** The SQL of providers' files and assessments, within one transaction. */
record AssessmentStore(Handle handle) {
    Optional<ProviderFile> file(String provider) {
        return handle.createQuery("SELECT * FROM assessment.provider WHERE provider = :provider")
                .bind("provider", provider)
                .map((row, _) -> file(row, models(provider)))
                .findOne();
    }

    private Map<String, ModelFacts> models(String provider) {
        Map<String, ModelFacts> models = new HashMap<>();
        handle.createQuery("SELECT * FROM assessment.model WHERE provider = :provider")
                .bind("provider", provider)
                .map((row, _) -> Map.entry(
                        row.getString("model"),
                        new ModelFacts(
                                row.getString("licence"),
                                row.getString("card_url"),
                                day(row, "deprecated_on"),
                                row.getString("weights"),
                                row.getString("weights_sha256"),
                                row.getString("indemnity"),
                                row.getString("training_summary_url"))))
                .forEach(one -> models.put(one.getKey(), one.getValue()));
        return models;
    }

    /** @return false where it has changed since the version that the file says */
    boolean write(ProviderFile file, UUID by, Instant now) {
        int written = handle.createUpdate("""
                        INSERT INTO assessment.provider (provider, legal_name, parent, country, regions, foreign_law,
                            dpa_signed_on, training, retention_days, certifications, sub_suppliers, service_level,
                            status_url, exit_days,
                            substitute, substitute_tested, environment, terms_url, terms_sha256, terms_checked_on, version,
                            edited_by, edited_at)
                        VALUES (:provider, :legalName, :parent, :country, :regions, :foreignLaw, :dpaSignedOn, :training,
                            :retentionDays, :certifications, :subSuppliers, :serviceLevel, :statusUrl, :exitDays, :substitute,
                            :substituteTested, :environment, :termsUrl, :termsSha256, :termsCheckedOn, 1, :by, :now)
                        ON CONFLICT (provider) DO UPDATE SET legal_name = excluded.legal_name, parent = excluded.parent,
                            country = excluded.country, regions = excluded.regions, foreign_law = excluded.foreign_law,
                            dpa_signed_on = excluded.dpa_signed_on, training = excluded.training,
                            retention_days = excluded.retention_days, certifications = excluded.certifications,
                            sub_suppliers = excluded.sub_suppliers, service_level = excluded.service_level,
                            status_url = excluded.status_url,
                            exit_days = excluded.exit_days, substitute = excluded.substitute,
                            substitute_tested = excluded.substitute_tested, environment = excluded.environment,
                            terms_url = excluded.terms_url, terms_sha256 = excluded.terms_sha256,
                            terms_checked_on = excluded.terms_checked_on, version = provider.version + 1,
                            edited_by = excluded.edited_by, edited_at = excluded.edited_at
                        WHERE provider.version = :version
                        """)
                .bind("provider", file.provider())
                .bind("legalName", file.legalName())
                .bind("parent", file.parent())
                .bind("country", file.country())
                .bind("regions", file.regions())
                .bind("foreignLaw", file.foreignLaw())
                .bind("dpaSignedOn", file.dpaSignedOn().orElse(null))
                .bind("training", file.training())
                .bind("retentionDays", file.retentionDays().orElse(null))
                .bind("certifications", file.certifications())
                .bind("subSuppliers", file.subSuppliers())
                .bind("serviceLevel", file.serviceLevel())
                .bind("statusUrl", file.statusUrl())
                .bind("exitDays", file.exitDays().orElse(null))
                .bind("substitute", file.substitute())
                .bind("substituteTested", file.substituteTested().orElse(null))
                .bind("environment", file.environment())
                .bind("termsUrl", file.termsUrl())
                .bind("termsSha256", file.termsSha256())
                .bind("termsCheckedOn", file.termsCheckedOn().orElse(null))
                .bind("version", file.version())
                .bind("by", by)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        if (written == 0) return false;
        file.models().forEach((model, facts) -> write(file.provider(), model, facts));
        return true;
    }

    private void write(String provider, String model, ModelFacts facts) {
        handle.createUpdate("""
                        INSERT INTO assessment.model (provider, model, licence, card_url, deprecated_on, weights,
                            weights_sha256, indemnity, training_summary_url)
                        VALUES (:provider, :model, :licence, :cardUrl, :deprecatedOn, :weights, :weightsSha256, :indemnity,
                            :trainingSummaryUrl)
                        ON CONFLICT (provider, model) DO UPDATE SET licence = excluded.licence,
                            card_url = excluded.card_url, deprecated_on = excluded.deprecated_on,
                            weights = excluded.weights, weights_sha256 = excluded.weights_sha256,
                            indemnity = excluded.indemnity, training_summary_url = excluded.training_summary_url
                        """)
                .bind("provider", provider)
                .bind("model", model)
                .bind("licence", facts.licence())
                .bind("cardUrl", facts.cardUrl())
                .bind("deprecatedOn", facts.deprecatedOn().orElse(null))
                .bind("weights", facts.weights())
                .bind("weightsSha256", facts.weightsSha256())
                .bind("indemnity", facts.indemnity())
                .bind("trainingSummaryUrl", facts.trainingSummaryUrl())
                .execute();
    }

    void insert(Assessment one) {
        handle.createUpdate("""
                        INSERT INTO assessment.assessment (id, provider, questionnaire, answers, score, verdict, cap, conditions,
                            valid_through, terms_sha256, decision, by_whom, at)
                        VALUES (:id, :provider, :questionnaire, :answers, :score, :verdict, :cap, :conditions, :validThrough,
                            :termsSha256, :decision, :by, :at)
                        """)
                .bind("id", one.id())
                .bind("provider", one.provider())
                .bind("questionnaire", one.questionnaire())
                .bind(
                        "answers",
                        new TreeMap<>(one.answers())
                                .entrySet().stream()
                                        .map(answer -> answer.getKey() + "=" + answer.getValue())
                                        .collect(Collectors.joining(" ")))
                .bind("score", one.score())
                .bind("verdict", one.verdict().code())
                .bind("cap", one.cap().map(Enum::name).orElse(null))
                .bind("conditions", one.conditions())
                .bind("validThrough", one.validThrough().orElse(null))
                .bind("termsSha256", one.termsSha256())
                .bind("decision", one.decision())
                .bind("by", one.by())
                .bind("at", one.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The newest first. */
    List<Assessment> of(String provider) {
        return handle.createQuery(
                        "SELECT * FROM assessment.assessment WHERE provider = :provider ORDER BY at DESC, id DESC")
                .bind("provider", provider)
                .map((row, _) -> assessment(row))
                .list();
    }

    /** Whether no other replica is at this provider; until the end of the transaction. */
    boolean isAlone(String provider) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtext('assessment'), hashtext(:provider))")
                .bind("provider", provider)
                .mapTo(Boolean.class)
                .one();
    }

    /** The first first. */
    List<Reopening> reopenings(UUID assessment) {
        return handle.createQuery(
                        "SELECT * FROM assessment.reopening WHERE assessment = :assessment ORDER BY at, cause, about")
                .bind("assessment", assessment)
                .map((row, _) -> new Reopening(
                        assessment,
                        Reopening.Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                        row.getString("about"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    void insert(Reopening one) {
        handle.createUpdate("""
                        INSERT INTO assessment.reopening (assessment, cause, about, at, last_day)
                        VALUES (:assessment, :cause, :about, :at, :lastDay) ON CONFLICT DO NOTHING
                        """)
                .bind("assessment", one.assessment())
                .bind("cause", one.cause().code())
                .bind("about", one.about())
                .bind("at", one.at().atOffset(ZoneOffset.UTC))
                .bind("lastDay", one.lastDay())
                .execute();
    }

    Optional<String> draft(String provider, UUID person) {
        return handle.createQuery("SELECT fields FROM assessment.draft WHERE provider = :provider AND person = :person")
                .bind("provider", provider)
                .bind("person", person)
                .mapTo(String.class)
                .findOne();
    }

    void keepDraft(String provider, UUID person, String fields, Instant now) {
        handle.createUpdate("""
                        INSERT INTO assessment.draft (provider, person, fields, saved_at)
                        VALUES (:provider, :person, :fields, :now)
                        ON CONFLICT (provider, person) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at
                        """)
                .bind("provider", provider)
                .bind("person", person)
                .bind("fields", fields)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void dropDraft(String provider, UUID person) {
        handle.createUpdate("DELETE FROM assessment.draft WHERE provider = :provider AND person = :person")
                .bind("provider", provider)
                .bind("person", person)
                .execute();
    }

    private static Assessment assessment(ResultSet row) throws SQLException {
        return new Assessment(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("questionnaire"),
                Stream.of(row.getString("answers").split(" "))
                        .map(answer -> answer.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])),
                row.getInt("score"),
                Assessment.Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("cap")).map(Cap::valueOf),
                row.getString("conditions"),
                day(row, "valid_through"),
                row.getString("terms_sha256"),
                row.getString("decision"),
                row.getObject("by_whom", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static ProviderFile file(ResultSet row, Map<String, ModelFacts> models) throws SQLException {
        return new ProviderFile(
                row.getString("provider"),
                row.getString("legal_name"),
                row.getString("parent"),
                row.getString("country"),
                row.getString("regions"),
                row.getString("foreign_law"),
                day(row, "dpa_signed_on"),
                row.getString("training"),
                Optional.ofNullable(row.getObject("retention_days", Integer.class)),
                row.getString("certifications"),
                row.getString("sub_suppliers"),
                row.getString("service_level"),
                row.getString("status_url"),
                Optional.ofNullable(row.getObject("exit_days", Integer.class)),
                row.getString("substitute"),
                day(row, "substitute_tested"),
                row.getString("environment"),
                row.getString("terms_url"),
                row.getString("terms_sha256"),
                day(row, "terms_checked_on"),
                models,
                row.getInt("version"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
