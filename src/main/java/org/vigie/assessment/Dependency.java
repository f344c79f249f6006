package org.vigie.assessment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.assessment.Assessments.Known;
import org.vigie.traffic.Traffic.TargetUse;

/**
 * How much of what is asked rests on one provider.
 *
 * @param tokenPercent of all tokens; 0 where nothing was asked
 * @param costPercent of the whole cost; 0 where nothing was spent
 */
public record Dependency(
        Known known, long exchanges, long tokens, long costMicroEuros, int tokenPercent, int costPercent) {
    /** Of what was asked, so much counts. */
    static final Duration PERIOD = Duration.ofDays(30);

    /** The heaviest first; those that got nothing come last. */
    static List<Dependency> of(List<Known> providers, List<TargetUse> uses) {
        Map<String, long[]> sums = new HashMap<>();
        for (TargetUse use : uses) {
            // A model's id may hold a slash of its own, a provider's may not.
            String provider = use.target().substring(0, use.target().indexOf('/'));
            long[] sum = sums.computeIfAbsent(provider, _ -> new long[3]);
            sum[0] += use.exchanges();
            sum[1] += use.tokens();
            sum[2] += use.costMicroEuros();
        }
        long tokens = sums.values().stream().mapToLong(sum -> sum[1]).sum();
        long cost = sums.values().stream().mapToLong(sum -> sum[2]).sum();
        List<Dependency> all = new ArrayList<>();
        for (Known known : providers) {
            long[] sum = sums.getOrDefault(known.provider().id(), new long[3]);
            all.add(new Dependency(known, sum[0], sum[1], sum[2], percent(sum[1], tokens), percent(sum[2], cost)));
        }
        all.sort(Comparator.comparingLong(Dependency::tokens).reversed());
        return all;
    }

    private static int percent(long part, long whole) {
        return whole == 0 ? 0 : Math.toIntExact(Math.round(100.0 * part / whole));
    }
}
