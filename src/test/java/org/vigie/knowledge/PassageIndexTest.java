package org.vigie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageIndexTest {
    private final PassageIndex index = PassageIndex.open(new ByteBuffersDirectory());

    @BeforeEach
    void fill() {
        index.put(List.of(
                new Passage(
                        "conges", "Congés payés", "L’employeur fixe l’ordre des départs en congé après avis du CSE."),
                new Passage("frais", "Notes de frais", "Les dépenses d’hôtel sont remboursées sur justificatif."),
                new Passage("frais-2", "", "Un hôtel, des hôtels : le plafond est de 120 € la nuit."),
                new Passage("teletravail", "Télétravail", "Deux jours par semaine, avec l’accord du responsable.")));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'Qui fixe l’ordre des départs ?', conges",
        "'conge', conges",
        "'CONGÉS PAYÉS', conges",
        "'teletravail', teletravail",
        "'Quels jours puis-je télétravailler ?', teletravail",
        "'notes de frais', frais",
        "'plafond par nuit', frais-2",
    })
    void a_question_finds_its_passage_with_or_without_accents_articles_and_plurals(String question, String id) {
        assertThat(index.search(question, 3).getFirst().passage().id()).isEqualTo(id);
    }

    @Test
    void the_best_come_first_and_no_more_than_asked_for() {
        List<PassageIndex.Hit> hits = index.search("hôtel plafond", 10);
        assertThat(hits).extracting(hit -> hit.passage().id()).containsExactly("frais-2", "frais");
        assertThat(hits.getFirst().score()).isGreaterThan(hits.getLast().score());
        assertThat(index.search("hôtel plafond", 1)).hasSize(1);
    }

    @Test
    void a_passage_that_is_put_again_replaces_the_one_before() {
        index.put(List.of(new Passage("frais", "Notes de frais", "Les dépenses de train sont remboursées.")));
        assertThat(index.search("train", 5))
                .extracting(hit -> hit.passage().id())
                .containsExactly("frais");
        assertThat(index.search("justificatif", 5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "le la les", "???", "title:*", "+-&|!(){}[]^\"~*?:\\/", "\uD83D", "zzz"})
    void a_question_without_a_known_word_finds_nothing_and_is_no_syntax(String question) {
        assertThat(index.search(question, 5)).isEmpty();
    }

    @Test
    void a_pasted_page_is_searched_by_its_first_words() {
        assertThat(index.search("hôtel " + "mot ".repeat(100_000) + words(5_000), 5))
                .isNotEmpty();
    }

    private static String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) words.append("mot").append(i).append(' ');
        return words.toString();
    }
}
