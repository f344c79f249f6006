package org.vigie.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * What the handlers know and write of an incident.
 *
 * @param detectedAt when the firm became aware of it: from here the clocks run
 * @param personal whether personal data is concerned (GDPR art. 33)
 * @param highRisk whether it is likely to harm the persons concerned (GDPR art. 34)
 * @param serious a serious incident of a system that the firm uses: its provider must be told (AI Act art. 26(5))
 * @param staff whether the staff's representatives are to be told
 * @param clientDays within how many days a client must be told, by contract
 * @param persons how many are concerned, as far as one knows
 * @param target the model or provider that it is about, as {@code interne/fake-small}; may be empty
 * @param useCase its code; may be empty
 */
public record Handling(
        Kind kind,
        Optional<Severity> severity,
        Instant detectedAt,
        boolean personal,
        boolean highRisk,
        boolean serious,
        boolean staff,
        Optional<Integer> clientDays,
        Optional<Integer> persons,
        String target,
        String useCase,
        String rootCause,
        String actions,
        String lessons) {
    private static final int LONGEST = 8_000;
    private static final int MOST_DAYS = 3_650;

    /** @throws IllegalArgumentException where a text is too long or a number out of range */
    public Handling {
        target = target.strip();
        useCase = useCase.strip();
        rootCause = rootCause.strip();
        actions = actions.strip();
        lessons = lessons.strip();
        if (target.length() > Report.LONGEST_CODE || useCase.length() > Report.LONGEST_CODE) {
            throw new IllegalArgumentException("a name is too long");
        }
        if (rootCause.length() > LONGEST || actions.length() > LONGEST || lessons.length() > LONGEST) {
            throw new IllegalArgumentException("a text is too long");
        }
        if (clientDays.filter(days -> days < 0 || days > MOST_DAYS).isPresent()) {
            throw new IllegalArgumentException("days");
        }
        if (persons.filter(count -> count < 0).isPresent()) throw new IllegalArgumentException("persons");
    }

    static Handling of(Report report, Instant reportedAt) {
        return new Handling(
                report.kind(),
                Optional.empty(),
                reportedAt,
                false,
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                "",
                "");
    }
}
