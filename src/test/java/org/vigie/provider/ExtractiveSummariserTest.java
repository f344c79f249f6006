package org.vigie.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.kernel.Language;

class ExtractiveSummariserTest {
    private static final String HOW = "Ajoutez un fournisseur dans vigie.yaml.";
    private static final String TEXT = """
            La direction a lancé en janvier un projet pilote d'assistant documentaire pour les équipes de conseil. \
            Le pilote réunit trente consultants de [[PERS_k7f2qx]], choisis dans trois agences. \
            Chaque consultant du pilote consigne le temps gagné et les erreurs relevées par l'assistant. \
            Il a plu pendant le séminaire de lancement.

            Après six semaines, l'assistant documentaire fait gagner en moyenne 1 234,56 € par consultant et par mois, \
            selon l'art. 12 du protocole du pilote. \
            M. [[PERS_abcd23]] rappelle que les réponses de l'assistant doivent être vérifiées par les consultants. \
            Une erreur sur dix concerne une référence documentaire inexistante, ce que les équipes de conseil jugent grave. \
            Le repas était bon.

            La direction décidera en juin si le pilote de l'assistant documentaire est étendu à toutes les agences. \
            Les consultants demandent une formation avant l'extension du pilote. \
            Contact : [[MAIL_xyz234]].
            """;

    private final ExtractiveSummariser summariser = new ExtractiveSummariser();

    private static List<String> quotes(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
    }

    @Test
    void says_first_that_there_is_no_model_and_how_to_add_one() {
        assertThat(summariser.answer(TEXT, Language.FRENCH, HOW))
                .startsWith("**Aucun modèle génératif n’est configuré sur cette installation.** " + HOW + "\n\n");
        assertThat(summariser.answer(TEXT, Language.ENGLISH, "Add a provider."))
                .startsWith("**No generative model is configured on this installation.** Add a provider.\n\n");
    }

    @Test
    void quotes_central_sentences_word_for_word_and_in_order() {
        List<String> quotes = quotes(summariser.answer(TEXT, Language.FRENCH, HOW));
        String flat = TEXT.replace("\n\n", " ");
        assertThat(quotes).hasSize(3).doesNotHaveDuplicates();
        assertThat(quotes).allSatisfy(quote -> assertThat(flat).contains(quote));
        assertThat(quotes).isSortedAccordingTo((a, b) -> Integer.compare(flat.indexOf(a), flat.indexOf(b)));
        assertThat(quotes)
                .anySatisfy(quote -> assertThat(quote).contains("assistant documentaire"))
                .noneSatisfy(quote -> assertThat(quote).contains("plu"))
                .noneSatisfy(quote -> assertThat(quote).contains("repas"));
    }

    @Test
    void leaves_out_the_request_that_comes_with_the_text() {
        String answer =
                summariser.answer("Résume le pilote de l'assistant documentaire :\n\n" + TEXT, Language.FRENCH, HOW);
        assertThat(answer).isEqualTo(summariser.answer(TEXT, Language.FRENCH, HOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bonjour",
                "Quelle est la capitale de la France ?",
                "Écris un poème. Merci.",
                "```\na. B. C. D.\n```"
            })
    void declines_what_is_no_text_to_summarise(String question) {
        assertThat(summariser.answer(question, Language.FRENCH, HOW))
                .endsWith(
                        "Elle peut seulement résumer un texte que vous lui donnez, d’au moins quatre phrases, en citant"
                                + " les plus centrales.\n");
        assertThat(summariser.answer(question, Language.ENGLISH, HOW)).contains("It can only summarise a text");
    }

    @Test
    void keeps_placeholders_whole() {
        String text = ("Le dossier de [[PERS_k7f2qx]] est suivi par [[PERS_abcd23]]. "
                                + "Le dossier de [[PERS_k7f2qx]] attend un avis de [[MAIL_xyz234]] ! ")
                        .repeat(3)
                + "[[PERS_k7f2qx]] suit le dossier de la commission. [[PERS_abcd23]] relance la commission du dossier.";
        String answer = summariser.answer(text, Language.FRENCH, HOW);
        assertThat(quotes(answer)).isNotEmpty();
        assertThat(answer.replaceAll("\\[\\[[A-Z]+_[a-z0-9]{6}]]", "")).doesNotContain("[[", "]]", "PERS", "MAIL");
    }

    @Test
    void samples_a_very_long_text_and_says_so() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append("Le lot numéro ").append(i).append(" du chantier avance selon le calendrier prévu. ");
            if (i % 4 == 3) text.append("\n\n");
        }
        String answer = summariser.answer(text.toString(), Language.FRENCH, HOW);
        assertThat(answer).contains("dont 400 examinées").contains("3\u202F000 phrases");
        assertThat(quotes(answer)).isNotEmpty().hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void splits_french_sentences_where_they_end() {
        List<String> expected = List.of(
                "M. Durand, cf. l'art. 12, doit 1 234,56 € à Mme J. Petit.",
                "« Est-ce tout ? »",
                "Non !",
                "Il reste p. ex. 3.5 points (v. 1.2.3) etc.",
                "[[PERS_k7f2qx]] signe le 12.",
                "La suite…",
                "See e.g. Section 4.",
                "1. Premier point.",
                "Une ligne coupée par le courrier.");
        String text =
                String.join(" ", expected.subList(0, 7)) + "\n1. Premier point.\nUne ligne coupée\npar le courrier.";
        assertThat(SentenceSplitter.split(text))
                .extracting(SentenceSplitter.Sentence::text)
                .isEqualTo(expected);
    }

    @Test
    void drops_marks_of_lists_and_code() {
        assertThat(SentenceSplitter.split("# Titre\n- un point\n> cité\n```java\nint a;\n```\n| --- |\nFin."))
                .extracting(SentenceSplitter.Sentence::text)
                .containsExactly("Titre", "un point", "cité", "Fin.");
    }

    @Test
    void folds_words_to_terms() {
        assertThat(SentenceCentrality.terms("L'équipe et les équipes d’été, qu'elle [[PERS_k7f2qx]] cœurs régionaux"))
                .isEqualTo(Arrays.asList("equip", "equip", "pers_k7f2qx", "coeur", "regional"));
    }
}
