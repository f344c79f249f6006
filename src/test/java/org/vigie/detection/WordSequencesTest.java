package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.detection.WordSequences.Inflection;
import org.vigie.detection.WordSequences.Sequence;

class WordSequencesTest {
    private static final WordSequences<String> TERMS = new WordSequences<>(
            Inflection.PLURAL,
            List.of(sequence("maladie coeliaque"), sequence("cas d oeuf"), sequence("projet a"), sequence("ecole")));

    /** The filters compare hashes of the first letters: whatever folds to them must pass. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "maladie cœliaque",
                "Maladies CŒLIAQUES",
                "maladie coe\u0301liaques",
                "maladie\ncœliaque",
                "cas d'œufs",
                "Cas d’Œuf",
                "projet A",
                "projets as",
                "École",
                "e\u0301coles"
            })
    void finds_terms_however_they_are_written(String text) {
        assertThat(TERMS.mayStartWith(Characters.hash(text, 0, Characters.wordEnd(text, 0))))
                .isTrue();
        assertThat(TERMS.at(text, 0, Characters.wordEnd(text, 0)))
                .singleElement()
                .satisfies(match -> assertThat(match.end()).isEqualTo(text.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maladie", "maladie coelio", "cas d œuvre", "projet b", "ecolier"})
    void leaves_other_words_alone(String text) {
        assertThat(TERMS.at(text, 0, Characters.wordEnd(text, 0))).isEmpty();
    }

    @Test
    void filter_holds_what_was_added_and_little_else() {
        HashFilter filter = new HashFilter(1 << 12);
        for (int i = 0; i < 256; i++) filter.add(Characters.hash("added" + i));
        int others = 0;
        for (int i = 0; i < 256; i++) {
            assertThat(filter.mayHold(Characters.hash("added" + i))).isTrue();
            if (filter.mayHold(Characters.hash("other" + i))) others++;
        }
        assertThat(others).isLessThan(64);
    }

    private static Sequence<String> sequence(String term) {
        return new Sequence<>(WordSequences.words(term), term);
    }
}
