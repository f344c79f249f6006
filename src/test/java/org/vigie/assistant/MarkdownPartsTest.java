package org.vigie.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.print.Part;

class MarkdownPartsTest {
    @Test
    void blocks_keep_their_words_and_lose_their_marks() {
        assertThat(MarkdownParts.of("""
                # Bilan
                Le **total** est de `12` €,\nsoit *peu*.

                - un
                  - dedans
                - deux

                | Poste | Montant |
                | --- | --- |
                | Loyer | 1 200 |
                | Seul |

                > Une citation

                ```
                code < 1
                ```
                """, 2))
                .containsExactly(
                        new Part.Heading(3, "Bilan"),
                        new Part.Text("Le total est de 12 €, soit peu."),
                        new Part.Items(false, List.of("un", "\u2003dedans", "deux")),
                        new Part.Grid(
                                List.of("Poste", "Montant"),
                                List.of(List.of("Loyer", "1 200"), List.of("Seul", "")),
                                Set.of()),
                        new Part.Text("Une citation"),
                        new Part.Text("code < 1"));
    }

    @Test
    void headings_go_down_without_a_gap_and_never_below_the_sixth() {
        assertThat(MarkdownParts.of("#### a\n\n###### b\n\n# c\n\n## d\n\n### e\n\n#### f\n\n##### g", 2))
                .containsExactly(
                        new Part.Heading(3, "a"),
                        new Part.Heading(4, "b"),
                        new Part.Heading(3, "c"),
                        new Part.Heading(4, "d"),
                        new Part.Heading(5, "e"),
                        new Part.Heading(6, "f"),
                        new Part.Heading(6, "g"));
    }

    @Test
    void html_is_words_and_an_empty_text_is_nothing() {
        assertThat(MarkdownParts.of("<script>x</script>", 2)).containsExactly(new Part.Text("<script>x</script>"));
        assertThat(MarkdownParts.of(" \n", 2)).isEmpty();
    }
}
