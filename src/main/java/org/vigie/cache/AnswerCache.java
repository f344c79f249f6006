package org.vigie.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.exchange.ModelRequest;

/**
 * The kept answers of this process: in memory, bounded in bytes, the least recently used go first, none is older than the
 * configuration allows. Empty after a restart, and so after every change of the configuration.
 */
@Singleton
public final class AnswerCache {
    /** One answer takes at most this share of the whole. */
    private static final int SMALLEST_COUNT = 8;

    private record Entry(KeptAnswer answer, long bytes, long keptNanos) {}

    private final Set<String> routes;
    private final long mostBytes;
    private final long ttlNanos;
    private final LongSupplier nanoTime;
    private final Counter hits;
    private final Counter misses;
    private final Map<CacheKey, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    @Inject
    AnswerCache(VigieConfiguration configuration, MeterRegistry registry) {
        this(configuration, registry, System::nanoTime);
    }

    AnswerCache(VigieConfiguration configuration, MeterRegistry registry, LongSupplier nanoTime) {
        VigieConfiguration.Cache wanted = configuration.cache();
        this.routes = configuration.routes().stream()
                .filter(route -> route.cache().orElse(wanted.enabled()))
                .map(VigieConfiguration.Route::model)
                .collect(Collectors.toUnmodifiableSet());
        this.mostBytes = wanted.maxMiB() * 1_048_576L;
        this.ttlNanos = Duration.ofSeconds(wanted.ttlSeconds()).toNanos();
        this.nanoTime = nanoTime;
        this.hits = counter(registry, "hit");
        this.misses = counter(registry, "miss");
        registry.gauge("vigie.cache.bytes", this, cache -> (double) cache.bytes());
    }

    private static Counter counter(MeterRegistry registry, String result) {
        return Counter.builder("vigie.cache.lookups")
                .description("Requests that were looked up among the kept answers")
                .tag("result", result)
                .register(registry);
    }

    /** @param model the route's own name */
    public boolean serves(String model, ModelRequest request) {
        return routes.contains(model) && Repeatable.is(request);
    }

    public Optional<KeptAnswer> find(CacheKey key) {
        Optional<KeptAnswer> found = lookUp(key);
        (found.isPresent() ? hits : misses).increment();
        return found;
    }

    private synchronized Optional<KeptAnswer> lookUp(CacheKey key) {
        Entry entry = entries.get(key);
        if (entry == null) return Optional.empty();
        if (nanoTime.getAsLong() - entry.keptNanos() < ttlNanos) return Optional.of(entry.answer());
        entries.remove(key);
        bytes -= entry.bytes();
        return Optional.empty();
    }

    /** Keeps it, unless it is too large. */
    public synchronized void keep(CacheKey key, KeptAnswer answer) {
        long size = answer.bytes();
        if (size > largest()) return;
        Entry before = entries.put(key, new Entry(answer, size, nanoTime.getAsLong()));
        bytes += size - (before == null ? 0 : before.bytes());
        Iterator<Entry> oldest = entries.values().iterator();
        while (bytes > mostBytes) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** In bytes; what is larger need not be collected to its end. */
    public long largest() {
        return mostBytes / SMALLEST_COUNT;
    }

    synchronized long bytes() {
        return bytes;
    }
}
