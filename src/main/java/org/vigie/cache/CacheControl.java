package org.vigie.cache;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one request wants of the cache, in the words of RFC 9111, 5.2.1.
 *
 * @param read whether an answer of before will do; not with {@code no-cache} or {@code max-age=0}
 * @param keep whether this answer may be kept; not with {@code no-store}
 */
public record CacheControl(boolean read, boolean keep) {
    /** Neither read nor kept. */
    public static final CacheControl NONE = new CacheControl(false, false);

    private static final CacheControl ANY = new CacheControl(true, true);

    /** @param header the client's {@code cache-control}; what is not known in it is passed over */
    public static CacheControl of(Optional<String> header) {
        if (header.isEmpty()) return ANY;
        List<String> wishes = header.map(text -> text.toLowerCase(Locale.ROOT).split(",", 20)).stream()
                .flatMap(Arrays::stream)
                .map(String::strip)
                .toList();
        return new CacheControl(
                !wishes.contains("no-cache") && !wishes.contains("max-age=0"), !wishes.contains("no-store"));
    }
}
