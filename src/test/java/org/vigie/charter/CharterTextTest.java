package org.vigie.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.charter.CharterText.Advice;
import org.vigie.charter.CharterText.Block;
import org.vigie.charter.CharterText.Fault;

class CharterTextTest {
    private static final CharterText MODEL = CharterModel.SHIPPED.text();

    private static final String QUIZ = "## Un ou deux ?\n- un\n+ deux\nPlus que un.";

    private static CharterText with(String articles) {
        return new CharterText("Charte", articles, MODEL.advice(), MODEL.statement(), QUIZ);
    }

    @Test
    void the_model_has_sixteen_articles_and_advice_for_five_audiences() {
        assertThat(MODEL.faults()).isEmpty();
        assertThat(MODEL.read()).hasSize(16);
        assertThat(MODEL.read().getFirst().title()).isEqualTo("Pourquoi cette charte");
        assertThat(MODEL.read().getLast().number()).isEqualTo(16);
        assertThat(MODEL.advice()).hasSize(5);
        assertThat(CharterModel.SHIPPED.warning()).contains("juriste");
    }

    @Test
    void the_model_is_set_as_french_is() {
        String all = MODEL + CharterModel.SHIPPED.warning() + MODEL.quiz();
        assertThat(all).doesNotContain("'", " :", " ;", " !", " ?", "« ", " »");
    }

    @Test
    void the_quiz_asks_about_articles_of_the_model() {
        assertThat(MODEL.quiz().questions())
                .hasSize(5)
                .allMatch(question -> question.answers().size() == 4 && question.right() < 4)
                .extracting(Quiz.Question::article)
                .containsExactly(3, 4, 5, 6, 10);
    }

    @Test
    void four_right_answers_of_five_are_enough_and_three_are_not() {
        Quiz quiz = MODEL.quiz();
        Map<String, Integer> given = new java.util.HashMap<>();
        quiz.questions().stream().limit(3).forEach(one -> given.put(one.id(), one.right()));
        assertThat(quiz.score(given)).isEqualTo(new Quiz.Score(3, 5));
        assertThat(quiz.score(given).passed()).isFalse();
        given.put(quiz.questions().get(3).id(), quiz.questions().get(3).right());
        assertThat(quiz.score(given).passed()).isTrue();
    }

    @Test
    void reads_articles_paragraphs_and_lists() {
        CharterText text = with(
                "## Un\r\n\r\nPremier\r\nparagraphe.\r\n\r\nAvant :\r\n- une chose\r\n- une autre\r\n  qui suit\r\n\r\n## Deux\n\nFin.");
        assertThat(text.faults()).isEmpty();
        assertThat(text.read()).extracting(CharterText.Article::title).containsExactly("Un", "Deux");
        assertThat(text.read().getFirst().blocks())
                .containsExactly(
                        new Block(false, List.of("Premier paragraphe.")),
                        new Block(false, List.of("Avant :")),
                        new Block(true, List.of("une chose", "une autre qui suit")));
    }

    @Test
    void says_what_is_wrong() {
        assertThat(with("").faults()).containsExactly(Fault.NO_ARTICLE);
        assertThat(with("Un texte").faults()).containsExactly(Fault.NO_ARTICLE);
        assertThat(with("Avant\n## Un\nTexte").faults()).containsExactly(Fault.BEFORE_FIRST_ARTICLE);
        assertThat(with("## Un\n\n## Deux\nTexte").faults()).containsExactly(Fault.EMPTY_ARTICLE);
        assertThat(with("## Un\n" + "x".repeat(100_001)).faults()).containsExactly(Fault.TOO_LONG);
        assertThat(new CharterText(" ", "## Un\nTexte", MODEL.advice(), MODEL.statement(), QUIZ).faults())
                .containsExactly(Fault.TITLE);
        Map<Audience, Advice> lacking = new EnumMap<>(MODEL.advice());
        lacking.remove(Audience.CONTROL);
        assertThat(new CharterText("Charte", "## Un\nTexte", lacking, MODEL.statement(), QUIZ).faults())
                .containsExactly(Fault.ADVICE);
    }

    @Test
    void a_quiz_asks_each_question_with_one_right_answer_and_says_why() {
        for (String wrong : List.of(
                "",
                "Un ou deux ?",
                "## Un ou deux ?\n- un\n- deux\nRien de juste.",
                "## Un ou deux ?\n+ un\n+ deux\nDeux justes.",
                "## Un ou deux ?\n+ un\nUne seule réponse.",
                "## Un ou deux ?\n- un\n+ deux",
                "## Un ou deux ? (article 2)\n- un\n+ deux\nPas d’article 2.")) {
            CharterText text = new CharterText("Charte", "## Un\nTexte", MODEL.advice(), MODEL.statement(), wrong);
            assertThat(text.faults()).as(wrong).containsExactly(Fault.QUIZ);
        }
        assertThat(with("## Un\nTexte").faults()).isEmpty();
    }

    @Test
    void what_is_signed_says_its_version() {
        CharterText text = new CharterText("Charte", "## Un\nTexte", MODEL.advice(), "Je m’y tiens.", QUIZ);
        assertThat(text.faults()).containsExactly(Fault.STATEMENT);
    }

    @Test
    void reading_time_is_that_of_two_hundred_and_thirty_words_a_minute() {
        assertThat(CharterText.readingTime("mot ".repeat(460))).isEqualTo(java.time.Duration.ofMinutes(2));
        assertThat(CharterText.readingTime(" ")).isZero();
    }

    @Test
    void version_numbers_are_read_as_they_are_written() {
        assertThat(VersionNumber.of("12.3")).contains(new VersionNumber(12, 3));
        for (String wrong : List.of("", "1", "0.1", "1.x", "1.2.3", "-1.0", "9999999.0")) {
            assertThat(VersionNumber.of(wrong)).as(wrong).isEmpty();
        }
    }
}
