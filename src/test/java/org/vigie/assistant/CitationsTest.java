package org.vigie.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationsTest {
    private static final Source SECOND = new Source(
            2, new UUID(0, 8), 0, "\"><script>x</script>.pdf", "", OptionalInt.empty(), "Espace", false, false);
    private static final List<Source> SOURCES = List.of(FakeReference.SOURCE, SECOND);

    @Test
    void a_number_in_brackets_leads_to_its_passage() {
        assertThat(Markdown.html("L’hôtel est remboursé [1].", SOURCES))
                .contains("remboursé <a class=\"cite\" href=\"/documents/passages/" + new UUID(0, 7)
                        + "/3#passage\" title=\"Frais.pdf\">1</a>.");
        assertThat(Markdown.html("**Ceci** [1, 2] et cela [2][1]", SOURCES))
                .containsSubsequence(">1</a>", ">2</a>", "et cela", ">2</a>", ">1</a>");
    }

    @Test
    void a_hostile_file_name_stays_a_name() {
        assertThat(Markdown.html("Oui [2].", SOURCES)).doesNotContain("<script").contains("&lt;script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Non [3].", "Non [1, 3].", "`[1]`", "Non [a].", "[1](https://example.org)", "Non [1", "2]"})
    void what_is_no_citation_is_none(String markdown) {
        assertThat(Markdown.html(markdown, SOURCES)).doesNotContain("cite");
    }

    @Test
    void without_sources_a_number_is_a_number() {
        assertThat(Markdown.html("Voir [1].")).contains("Voir [1].");
    }

    @Test
    void says_which_are_cited() {
        assertThat(Citations.in("Un [1]. Deux [3 ; 4], puis [x] et 7.")).containsExactly(1, 3, 4);
    }
}
