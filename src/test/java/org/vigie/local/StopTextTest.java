package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StopTextTest {
    @Test
    void holds_back_what_may_begin_a_stop_and_no_more() {
        StopText text = new StopText(List.of("\n\nFin", "###"));

        assertThat(text.add("Bonjour#")).isEqualTo("Bonjour");
        assertThat(text.add("#")).isEmpty();
        assertThat(text.add("!\n")).isEqualTo("##!");
        assertThat(text.add("x")).isEqualTo("\nx");
        assertThat(text.end()).isEmpty();
    }

    @Test
    void ends_before_the_first_stop_and_says_nothing_after() {
        StopText text = new StopText(List.of("###", "Fin"));

        assertThat(text.add("un Fi")).isEqualTo("un ");
        assertThat(text.add("n ### deux")).isEmpty();
        assertThat(text.reached()).isTrue();
        assertThat(text.add("trois")).isEmpty();
        assertThat(text.end()).isEmpty();
    }

    @Test
    void gives_back_at_the_end_what_was_no_stop() {
        StopText text = new StopText(List.of("abc"));

        assertThat(text.add("xab")).isEqualTo("x");
        assertThat(text.end()).isEqualTo("ab");
        assertThat(text.reached()).isFalse();
    }

    @Test
    void cuts_the_same_however_the_text_comes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String whole = random.ints(30, 'a', 'd')
                    .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
                    .toString();
            String stop = whole.substring(10, 10 + 1 + random.nextInt(5));
            StopText text = new StopText(List.of(stop, ""));
            StringBuilder passed = new StringBuilder();
            for (int at = 0; at < whole.length() && !text.reached(); ) {
                int next = Math.min(whole.length(), at + 1 + random.nextInt(4));
                passed.append(text.add(whole.substring(at, next)));
                at = next;
            }
            assertThat(passed.append(text.end()).toString())
                    .as("seed %d", seed)
                    .isEqualTo(whole.substring(0, whole.indexOf(stop)));
        }
    }
}
