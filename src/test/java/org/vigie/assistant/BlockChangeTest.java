package org.vigie.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockChangeTest {
    @Test
    void sends_only_the_block_that_grows() {
        List<String> shown = Markdown.blocks("Un.\n\nDeux");
        List<String> wanted = Markdown.blocks("Un.\n\nDeux et demi");

        assertThat(BlockChange.between(shown, wanted))
                .isEqualTo(new BlockChange(1, "<div class=\"prose-block\"><p>Deux et demi</p></div>"));
    }

    @Test
    void sends_a_block_again_when_what_follows_changes_its_meaning() {
        List<String> shown = Markdown.blocks("Titre\n\nfin");
        List<String> wanted = Markdown.blocks("Titre\n===\n\nfin");

        assertThat(BlockChange.between(shown, wanted).from()).isZero();
    }

    @Test
    void sends_nothing_when_nothing_changed() {
        List<String> shown = Markdown.blocks("Un.");

        assertThat(BlockChange.between(shown, shown)).isEqualTo(new BlockChange(1, ""));
    }

    /** Whatever the cuts, the page ends up with what a rendering of the whole gives. */
    @Test
    void brings_a_page_to_the_whole_however_the_text_is_cut() {
        String markdown = """
                # Un

                - a
                - b **c**

                | x | y |
                | - | - |
                | 1 | 2 |

                ```
                code
                ```

                [l][r] fin

                [r]: https://example.org
                """;
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<String> page = new ArrayList<>();
            for (int at = 0; at < markdown.length(); ) {
                at = Math.min(markdown.length(), at + 1 + random.nextInt(12));
                List<String> wanted = Markdown.blocks(markdown.substring(0, at));
                BlockChange change = BlockChange.between(page, wanted);
                page = new ArrayList<>(page.subList(0, change.from()));
                page.addAll(wanted.subList(change.from(), wanted.size()));
                assertThat(change.html())
                        .as("seed %d", seed)
                        .isEqualTo(String.join("", wanted.subList(change.from(), wanted.size())));
            }
            assertThat(String.join("", page)).as("seed %d", seed).isEqualTo(Markdown.html(markdown));
        }
    }
}
