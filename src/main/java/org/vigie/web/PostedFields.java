package org.vigie.web;

import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.kernel.Secret;

/** The fields of a posted form, as {@link CsrfField} read them. */
public record PostedFields(Map<String, List<String>> values) {
    static final String KEY = "vigie.fields";
    private static final int LONGEST_SHOWN = 8000;
    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MOST_EUROS = BigDecimal.valueOf(10_000_000);

    /** None when nothing was posted. */
    public static PostedFields of(RoutingContext request) {
        PostedFields posted = request.get(KEY);
        return posted == null ? new PostedFields(Map.of()) : posted;
    }

    /** The first value, or an empty text. */
    public String text(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** What a date's input sends (ISO 8601); empty for anything else. */
    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    /**
     * Millionths of what is typed in euros, with a comma or a point, as French hands write it; empty for anything that is
     * no amount above zero and up to ten millions.
     */
    public static Optional<Long> microEuros(String typed) {
        try {
            BigDecimal euros = new BigDecimal(typed.strip().replace(',', '.').replaceAll("[\\s\u00a0\u202f€]", ""));
            if (euros.signum() <= 0 || euros.compareTo(MOST_EUROS) > 0) return Optional.empty();
            return Optional.of(euros.multiply(MICRO).longValue()).filter(micro -> micro > 0);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** The same amount as {@link #microEuros} reads it. */
    public static String euros(long microEuros) {
        return BigDecimal.valueOf(microEuros).divide(MICRO).stripTrailingZeros().toPlainString();
    }

    Secret secret(String name) {
        return new Secret(text(name));
    }

    /** To be shown again: without passwords and tokens. */
    public Form form() {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        values.forEach((name, texts) -> {
            if (!isSecret(name))
                kept.put(name, texts.stream().map(PostedFields::shortened).toList());
        });
        return Form.of(kept);
    }

    /** As {@link #form}, with long texts too. */
    Form whole() {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().removeIf(PostedFields::isSecret);
        return Form.of(kept);
    }

    private static boolean isSecret(String name) {
        return name.toLowerCase(Locale.ROOT).contains("password") || name.equals(Csrf.FIELD);
    }

    private static String shortened(String value) {
        return value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) : value;
    }
}
