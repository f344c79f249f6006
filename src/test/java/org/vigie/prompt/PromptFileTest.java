package org.vigie.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.kernel.DataClass;

class PromptFileTest {
    private static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_exported_is_read_again() throws IOException {
        Content content = new Content(
                "Réponse à un client",
                "support",
                "équipe support",
                DataClass.C2,
                "Réponds à {{demande}}, ton : {{ton}}.",
                List.of(
                        new Blank("demande", Blank.Kind.TEXT, "texte masqué", "…", List.of()),
                        new Blank("ton", Blank.Kind.CHOICE, "", "", List.of("cordial", "bref"))),
                "La version citée.");
        Prompt prompt = new Prompt(
                UUID.randomUUID(), Shelf.OWN, Optional.empty(), Optional.empty(), 1, Instant.EPOCH, 0, content);
        List<PromptFile.Named> read = PromptFile.read(file(PromptFile.write(List.of(prompt))));
        assertThat(read).extracting(PromptFile.Named::content).containsExactly(content);
    }

    @Test
    void the_starters_are_thirty_and_each_of_their_blanks_is_described() {
        List<PromptFile.Named> starters = Starters.all();
        assertThat(starters).hasSize(30).extracting(PromptFile.Named::code).doesNotHaveDuplicates();
        assertThat(starters).allSatisfy(one -> {
            assertThat(one.content().toCheck()).isNotEmpty();
            assertThat(one.content().blanks())
                    .allSatisfy(blank -> assertThat(blank.description()).isNotEmpty());
            assertThat(Blank.namesIn(one.content().text()))
                    .isEqualTo(one.content().blanks().stream().map(Blank::name).toList());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"texte\"", "{\"prompts\":3}", "{\"prompts\":[{\"variables\":\"x\"}]}"})
    void what_is_no_such_file_is_refused(String text) {
        assertThatThrownBy(() -> PromptFile.read(file(text)))
                .isInstanceOfSatisfying(
                        PromptException.class,
                        rejected -> assertThat(rejected.faults()).containsExactly(PromptFault.FILE_MALFORMED));
    }

    @Test
    void a_file_without_prompts_and_a_prompt_without_a_text_are_told_apart() {
        assertThatThrownBy(() -> PromptFile.read(file("{\"version\":1,\"prompts\":[]}")))
                .isInstanceOfSatisfying(
                        PromptException.class,
                        rejected -> assertThat(rejected.faults()).containsExactly(PromptFault.FILE_EMPTY));
        assertThatThrownBy(() -> PromptFile.read(file("{\"prompts\":[{\"titre\":\"Sans texte\"}, null]}")))
                .isInstanceOf(PromptException.class);
    }

    @Test
    void a_search_goes_past_accents_and_case_and_wants_every_word() {
        Content content = new Content("Compte rendu", "synthèse", "", DataClass.C1, "Résume.", List.of(), "");
        assertThat(content.matches("COMPTE resume")).isTrue();
        assertThat(content.matches("compte facture")).isFalse();
        assertThat(content.matches("")).isTrue();
    }
}
