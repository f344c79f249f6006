package org.vigie.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.prompt.Coach.Criterion;

class CoachTest {
    private static Set<Criterion> met(String text) {
        Set<Criterion> met = EnumSet.noneOf(Criterion.class);
        for (Coach.Remark remark : Coach.of(text).remarks()) if (remark.met()) met.add(remark.criterion());
        return met;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Résume ce compte rendu                                              | AIM
            Réponds à une cliente mécontente                                    | AIM READER
            Courriel de relance, trois phrases au plus, ton cordial             | FORMAT LIMITS
            Écris une note pour le comité de direction                          | AIM READER FORMAT
            Compare ces deux offres d’après les documents joints ; si une information manque, dis-le | AIM SOURCES CHECKING
            Nous sommes une équipe de douze personnes et nous préparons un déménagement | CONTEXT
            Bonjour                                                             |
            Write a short e-mail to my manager                                  | AIM FORMAT LIMITS
            Quel est le délai légal ?                                           | AIM
            """)
    void sees_what_a_request_says(String text, String expected) {
        Set<String> wanted = expected == null ? Set.of() : Set.of(expected.split(" "));
        assertThat(met(text)).extracting(Criterion::name).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void misses_nothing_in_a_request_that_says_all() {
        Coach coach = Coach.of("""
                Je suis responsable des achats. Rédige un courriel à un fournisseur, d’après le texte ci-dessous,
                en cinq phrases au plus. Si une date manque, signale-le.""");
        assertThat(coach.open()).isEmpty();
        assertThat(coach.remarks().getFirst().sign()).isEqualTo("Rédige");
    }

    @Test
    void takes_a_long_text_for_its_own_context_and_source() {
        assertThat(met("Relis : " + "Le chantier avance comme prévu. ".repeat(20)))
                .containsAll(List.of(Criterion.CONTEXT, Criterion.SOURCES));
    }

    @Test
    void reads_hostile_text_in_no_time() {
        for (String piece : List.of("pour la ", "a un ", "ne a ", "en 3 ", "n'", "1 ", "a ")) {
            String text = piece.repeat(100_000);
            Assertions.assertTimeout(Duration.ofSeconds(1), () -> Coach.of(text));
        }
    }
}
