package org.vigie.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.assessment.Questionnaire.Question;
import org.vigie.assessment.Questionnaire.Result;

class QuestionnaireTest {
    /** The best answer of each question, but for those given: {@code F2=direct F3=possible}. */
    static Map<String, String> best(String but) {
        Map<String, String> answers = new HashMap<>();
        for (Question question : Questionnaire.CURRENT.questions()) {
            answers.put(question.id(), question.answers().getFirst().code());
        }
        for (String other : but.split(" ")) {
            if (!other.isEmpty()) answers.put(other.split("=")[0], other.split("=")[1]);
        }
        return answers;
    }

    private static Result judge(String but) {
        return Questionnaire.CURRENT.judge(best(but));
    }

    @Test
    void fourteen_questions_are_worth_a_hundred_points() {
        assertThat(Questionnaire.CURRENT.questions()).hasSize(14);
        assertThat(Questionnaire.CURRENT.questions().stream()
                        .mapToInt(Question::weight)
                        .sum())
                .isEqualTo(100);
        assertThat(judge("")).isEqualTo(new Result(100, java.util.List.of(), Optional.of(Cap.C3)));
    }

    @ParameterizedTest
    @CsvSource({
        // 80 and more: C3 only where it is our own house or SecNumCloud.
        "F1=eu, 98, C3",
        "F1=eu F11=hds, 96, C2",
        "F1=internal F11=hds, 98, C3",
        "F1=unknown F2=unknown F11=hds, 78, C2_MASKED",
        "F1=unknown F2=unknown F4=unknown F6=no, 66, C1",
        "F1=unknown F2=unknown F4=unknown F6=no F10=proprietary, 59, C0",
        "F1=unknown F2=unknown F4=unknown F6=no F10=proprietary F8=nothing F9=none F14=nothing, 44, ''"
    })
    void the_score_bounds_the_class(String but, int score, String cap) {
        assertThat(judge(but))
                .extracting(
                        Result::score, result -> result.cap().map(Enum::name).orElse(""))
                .containsExactly(score, cap);
    }

    @ParameterizedTest
    @CsvSource({"F2=direct, C2_MASKED", "F3=possible, C0", "F5=no, C1", "F7=research, ''"})
    void a_knock_out_outweighs_the_score(String answer, String cap) {
        Result result = judge(answer);
        assertThat(result.score()).isGreaterThanOrEqualTo(80);
        assertThat(result.knockouts()).containsExactly(answer.substring(0, 2));
        assertThat(result.cap().map(Enum::name).orElse("")).isEqualTo(cap);
    }

    @Test
    void the_narrowest_of_several_counts() {
        assertThat(judge("F2=direct F3=possible F5=no").cap()).contains(Cap.C0);
        assertThat(judge("F3=possible F7=research").cap()).isEmpty();
    }

    @Test
    void an_answer_that_is_none_is_no_answer() {
        assertThatThrownBy(() -> judge("F1=mars")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void french_is_typeset_and_nothing_is_untranslated() {
        assertThat(Questionnaire.CURRENT.questions()).allSatisfy(question -> {
            assertThat(question.text().french()).isNotBlank().doesNotContain("'");
            assertThat(question.text().english()).isNotBlank();
            assertThat(question.answers())
                    .allSatisfy(answer -> assertThat(answer.text().french()).doesNotContain("'", "<", ">"))
                    .allSatisfy(answer -> assertThat(answer.text().english()).isNotBlank());
        });
    }
}
