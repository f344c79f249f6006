package org.vigie.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final Conversation CONVERSATION =
            new Conversation(new UUID(0, 1), "Réunion d’été", Instant.EPOCH, Optional.empty());

    @Test
    void finds_without_case_accents_and_ligatures() {
        assertThat(find("oeuvre ÉCHÉANCE", "L’Œuvre et son echeance"))
                .hasValueSatisfying(hit -> assertThat(hit.match()).isEqualTo("Œuvre"));
    }

    @Test
    void finds_titles() {
        assertThat(find("reunion d'ete", "rien")).isPresent();
    }

    @Test
    void wants_every_word_in_one_message() {
        assertThat(find("lot budget", "le lot", "le budget")).isEmpty();
        assertThat(find("lot budget", "le budget du lot")).isPresent();
    }

    @Test
    void shows_what_stands_around_on_one_line() {
        String text = "mot ".repeat(40) + "\nici la cible 😀 exacte\n" + "suite ".repeat(40);

        assertThat(find("cible", text)).hasValueSatisfying(hit -> {
            assertThat(hit.match()).isEqualTo("cible");
            assertThat(hit.before()).startsWith("… mot").endsWith("ici la ").hasSizeLessThan(70);
            assertThat(hit.after()).startsWith(" 😀 exacte suite").endsWith("…").hasSizeLessThan(70);
        });
    }

    @Test
    void finds_nothing_for_no_words() {
        assertThat(find("  ", "texte")).isEmpty();
    }

    private static Optional<Hit> find(String query, String... texts) {
        List<Message> messages = java.util.Arrays.stream(texts)
                .<Message>map(text -> new Message.Question(UUID.randomUUID(), Instant.EPOCH, text, List.of(), false))
                .toList();
        return Search.of(query).in(CONVERSATION, messages);
    }
}
