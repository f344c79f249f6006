package org.vigie.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.configuration.VigieConfiguration.ApiKey;
import org.vigie.configuration.VigieConfiguration.Limit;

/** {@code limits}: each entry limits something, and nobody twice. */
final class LimitChecks {
    private final Checks checks;
    private final VigieConfiguration configuration;

    LimitChecks(Checks checks, VigieConfiguration configuration) {
        this.checks = checks;
        this.configuration = configuration;
    }

    void run() {
        checks.each("limits", configuration.limits(), this::limit);
        checks.unique("limits", "subject", configuration.limits().stream().map(LimitChecks::called));
    }

    private void limit(String path, Limit limit) {
        if (checks.sound(path + ".subject")) limit.name().ifPresent(name -> name(path + ".name", limit, name));
        count(path + ".requestsPerMinute", limit.requestsPerMinute());
        count(path + ".tokensPerMinute", limit.tokensPerMinute());
        count(path + ".concurrency", limit.concurrency());
        checks.notNegative(path + ".eurosPerDay", limit.eurosPerDay());
        checks.notNegative(path + ".eurosPerMonth", limit.eurosPerMonth());
        boolean limits = Stream.of(
                        limit.requestsPerMinute(),
                        limit.tokensPerMinute(),
                        limit.concurrency(),
                        limit.eurosPerDay(),
                        limit.eurosPerMonth())
                .anyMatch(Optional::isPresent);
        checks.require(
                path,
                limits,
                "limits nothing: it needs requestsPerMinute, tokensPerMinute, concurrency, eurosPerDay or eurosPerMonth");
    }

    private void name(String path, Limit limit, String name) {
        switch (limit.subject()) {
            case TEAM -> checks.id(path, name);
            case PERSON -> checks.email(path, name);
            case KEY -> {
                List<String> keys = configuration.bootstrap().apiKeys().stream()
                        .map(ApiKey::name)
                        .toList();
                checks.require(
                        path,
                        keys.contains(name),
                        "names \"" + name + "\", which bootstrap.apiKeys does not have" + Checks.hintAmong(name, keys));
            }
        }
    }

    private void count(String path, Optional<Integer> value) {
        value.ifPresent(number -> checks.range(path, number, 0, Integer.MAX_VALUE));
    }

    /** Two entries for the same would leave open which one counts. */
    private static String called(Limit limit) {
        String kind = limit.subject().name().toLowerCase(Locale.ROOT);
        return limit.name().map(name -> kind + " " + Checks.lower(name)).orElse(kind);
    }
}
