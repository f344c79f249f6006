package org.vigie.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of one provider.
 *
 * @param provider its id in the configuration
 * @param foreignLaw laws from outside Europe that reach it; empty: none known
 * @param training whether it trains on customers' data: {@code excluded}, {@code optional}, {@code possible} or empty
 * @param retentionDays how long it keeps requests
 * @param certifications one a line: name; number; last day
 * @param subSuppliers one a line: name; country; {@code ia} where it embeds generative AI
 * @param statusUrl where it says how its service does
 * @param exitDays how long leaving it takes
 * @param substitute what could take its place, and was tried on {@code substituteTested}
 * @param termsSha256 of the terms as they were read on {@code termsCheckedOn}
 * @param models by their ids
 * @param version 0 where nothing was written yet
 */
public record ProviderFile(
        String provider,
        String legalName,
        String parent,
        String country,
        String regions,
        String foreignLaw,
        Optional<LocalDate> dpaSignedOn,
        String training,
        Optional<Integer> retentionDays,
        String certifications,
        String subSuppliers,
        String serviceLevel,
        String statusUrl,
        Optional<Integer> exitDays,
        String substitute,
        Optional<LocalDate> substituteTested,
        String environment,
        String termsUrl,
        String termsSha256,
        Optional<LocalDate> termsCheckedOn,
        Map<String, ModelFacts> models,
        int version) {
    private static final int LONGEST = 4_000;
    static final List<String> TRAINING = List.of("excluded", "optional", "possible", "");

    /** @throws IllegalArgumentException where a text is too long or not of its form, or a number is negative */
    public ProviderFile {
        models = Map.copyOf(models);
        boolean tooLong = Stream.of(
                        legalName,
                        parent,
                        country,
                        regions,
                        foreignLaw,
                        certifications,
                        subSuppliers,
                        serviceLevel,
                        statusUrl,
                        substitute,
                        environment,
                        termsUrl)
                .anyMatch(text -> text.length() > LONGEST);
        if (tooLong) throw new IllegalArgumentException("a text is too long");
        if (!TRAINING.contains(training)) throw new IllegalArgumentException("training");
        requireHash(termsSha256);
        requireAddress(termsUrl);
        requireAddress(statusUrl);
        if (Stream.of(retentionDays, exitDays)
                .anyMatch(days -> days.filter(count -> count < 0).isPresent())) {
            throw new IllegalArgumentException("days");
        }
        Line.certifications(certifications);
    }

    private static void requireHash(String typed) {
        if (!typed.matches("([0-9a-f]{64})?")) throw new IllegalArgumentException("sha-256");
    }

    private static void requireAddress(String typed) {
        if (!typed.isEmpty() && !typed.startsWith("https://")) throw new IllegalArgumentException("address");
    }

    /**
     * What is known of one model.
     *
     * @param deprecatedOn when the provider withdraws it
     * @param weights {@code open}, {@code closed} or empty where it is not known
     * @param weightsSha256 of the file that is run, for open ones
     * @param indemnity whether the provider stands in for claims about intellectual property: {@code yes}, {@code no} or
     *     empty
     * @param trainingSummaryUrl the public summary of what it was trained on (Regulation (EU) 2024/1689, art. 53(1)(d))
     */
    public record ModelFacts(
            String licence,
            String cardUrl,
            Optional<LocalDate> deprecatedOn,
            String weights,
            String weightsSha256,
            String indemnity,
            String trainingSummaryUrl) {
        static final List<String> WEIGHTS = List.of("", "open", "closed");
        static final List<String> INDEMNITY = List.of("", "yes", "no");
        static final ModelFacts NONE = of("", "", Optional.empty());

        public ModelFacts {
            if (licence.length() > 200 || cardUrl.length() > 1_000 || trainingSummaryUrl.length() > 1_000)
                throw new IllegalArgumentException("a text is too long");
            requireAddress(cardUrl);
            requireAddress(trainingSummaryUrl);
            requireHash(weightsSha256);
            if (!WEIGHTS.contains(weights)) throw new IllegalArgumentException("weights");
            if (!INDEMNITY.contains(indemnity)) throw new IllegalArgumentException("indemnity");
        }

        /** Where nothing more is known. */
        public static ModelFacts of(String licence, String cardUrl, Optional<LocalDate> deprecatedOn) {
            return new ModelFacts(licence, cardUrl, deprecatedOn, "", "", "", "");
        }
    }

    static ProviderFile empty(String provider) {
        return new ProviderFile(
                provider,
                "",
                "",
                "",
                "",
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                "",
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                "",
                Optional.empty(),
                Map.of(),
                0);
    }

    public ModelFacts model(String id) {
        return models.getOrDefault(id, ModelFacts.NONE);
    }

    boolean hasLapsed(LocalDate today) {
        return Line.certifications(certifications).stream().anyMatch(one -> one.isOver(today));
    }
}
