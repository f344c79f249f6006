package org.vigie.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.cache.CacheKey.Partition;

class CacheKeyTest {
    private static final UUID PERSON = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Partition SOMEBODY = new Partition(
            "key:1", PERSON, List.of("EMPLOYEE"), Optional.of("t"), Optional.of("m"), Optional.of("u"), "7", "p/m");

    private static String key(Partition partition, String dialect, Map<String, String> headers, String in, String out) {
        return CacheKey.of(
                        partition,
                        dialect,
                        headers,
                        in.getBytes(StandardCharsets.UTF_8),
                        out.getBytes(StandardCharsets.UTF_8))
                .sha256();
    }

    private static String key(Partition partition) {
        return key(partition, "D", Map.of("h", "v"), "in", "out");
    }

    @Test
    void the_same_is_the_same() {
        assertThat(key(SOMEBODY)).isEqualTo(key(SOMEBODY)).hasSize(64);
    }

    @Test
    void whatever_differs_makes_another_key() {
        Partition s = SOMEBODY;
        Optional<String> none = Optional.empty();
        List<String> keys = List.of(
                key(s),
                key(new Partition("key:2", PERSON, s.rights(), s.team(), s.mission(), s.useCase(), "7", "p/m")),
                key(new Partition(
                        s.scope(), new UUID(1, 2), s.rights(), s.team(), s.mission(), s.useCase(), "7", "p/m")),
                key(new Partition(s.scope(), PERSON, List.of("DPO"), s.team(), s.mission(), s.useCase(), "7", "p/m")),
                key(new Partition(s.scope(), PERSON, s.rights(), none, s.mission(), s.useCase(), "7", "p/m")),
                key(new Partition(s.scope(), PERSON, s.rights(), s.team(), none, s.useCase(), "7", "p/m")),
                key(new Partition(s.scope(), PERSON, s.rights(), s.team(), s.mission(), none, "7", "p/m")),
                key(new Partition(s.scope(), PERSON, s.rights(), s.team(), s.mission(), s.useCase(), "8", "p/m")),
                key(new Partition(s.scope(), PERSON, s.rights(), s.team(), s.mission(), s.useCase(), "7", "p/n")),
                key(s, "E", Map.of("h", "v"), "in", "out"),
                key(s, "D", Map.of("h", "w"), "in", "out"),
                key(s, "D", Map.of(), "in", "out"),
                key(s, "D", Map.of("h", "v"), "other", "out"),
                key(s, "D", Map.of("h", "v"), "in", "other"),
                key(s, "D", Map.of("h", "v"), "ino", "ut"));
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    }

    @Test
    void an_absent_part_is_not_an_empty_one() {
        Set<String> keys = new HashSet<>();
        for (Optional<String> team : List.of(Optional.<String>empty(), Optional.of(""), Optional.of("0"))) {
            keys.add(key(new Partition("s", PERSON, List.of(), team, Optional.empty(), Optional.empty(), "7", "t")));
        }
        assertThat(keys).hasSize(3);
    }
}
