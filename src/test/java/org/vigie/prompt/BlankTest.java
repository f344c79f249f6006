package org.vigie.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlankTest {
    @Test
    void names_stand_once_in_the_order_of_the_text() {
        assertThat(Blank.namesIn("À {{lecteur}} : {{ ton }}, puis {{lecteur}} et {{langue_cible}}"))
                .containsExactly("lecteur", "ton", "langue_cible");
    }

    @Test
    void what_is_no_name_is_text() {
        assertThat(Blank.namesIn("{{}} {{ }} {{a b}} {nom} {{<b>}} {{" + "x".repeat(41) + "}}"))
                .isEmpty();
    }
}
