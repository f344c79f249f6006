package org.vigie.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vigie.detection.FindingType;

class PlaceholderTest {
    private static final byte[] KEY = "an instance key of 32 characters".getBytes(StandardCharsets.US_ASCII);

    private final Issuance issuance = new PlaceholderScope(KEY, "conversation 1").issuance();

    @Test
    void has_its_documented_form() {
        assertThat(issuance.placeholderFor(FindingType.EMAIL, "a@exemple.fr"))
                .matches("\\[\\[MAIL_[2-9a-hjkmnp-z]{6}]]");
        assertThat(issuance.placeholderFor(FindingType.PERSON, "Olive Petit"))
                .matches("\\[\\[PERS_F_[2-9a-hjkmnp-z]{4}_[2-9a-hjkmnp-z]{4}_[2-9a-hjkmnp-z]{2}]]");
    }

    @Test
    void is_the_same_for_the_same_value_in_the_same_scope() {
        String again = new PlaceholderScope(KEY, "conversation 1")
                .issuance()
                .placeholderFor(FindingType.EMAIL, "a@exemple.fr");
        assertThat(issuance.placeholderFor(FindingType.EMAIL, "a@exemple.fr")).isEqualTo(again);
        assertThat(issuance.placeholderFor(FindingType.EMAIL, "a@exemple.fr")).isEqualTo(again);
        assertThat(issuance.count()).isEqualTo(1);
    }

    @Test
    void differs_between_scopes_types_values_and_spellings() {
        String one = issuance.placeholderFor(FindingType.PERSON, "Petit");
        String other =
                new PlaceholderScope(KEY, "conversation 2").issuance().placeholderFor(FindingType.PERSON, "Petit");
        assertThat(one).isNotEqualTo(other);
        assertThat(one).isNotEqualTo(issuance.placeholderFor(FindingType.PERSON, "PETIT"));
        assertThat(one.substring(7))
                .isNotEqualTo(issuance.placeholderFor(FindingType.NIR, "Petit").substring(6));
        assertThat(one.substring(0, 11))
                .as("the word is the same one")
                .isEqualTo(issuance.placeholderFor(FindingType.PERSON, "PETIT").substring(0, 11))
                .isEqualTo("[[PERS_"
                        + issuance.placeholderFor(FindingType.PERSON, "Marc Petit")
                                .substring(14, 18));
        assertThat(issuance.count()).isEqualTo(4);
    }

    @Test
    void restores_each_spelling_as_it_stood() {
        String text = "De " + issuance.placeholderFor(FindingType.PERSON, "Petit") + " à "
                + issuance.placeholderFor(FindingType.PERSON, "PETIT") + ".";
        assertThat(issuance.restore(text, Escaping.NONE)).isEqualTo("De Petit à PETIT.");
    }

    @Test
    void is_lengthened_when_the_user_typed_the_same() {
        String expected = issuance.placeholderFor(FindingType.PERSON, "Petit");
        Issuance careful = new PlaceholderScope(KEY, "conversation 1").issuance();
        careful.reserve("j'ai écrit [[" + expected + " moi-même");
        String longer = careful.placeholderFor(FindingType.PERSON, "Petit");
        assertThat(longer).hasSize(expected.length() + 4);
        assertThat(careful.restore(expected + longer, Escaping.NONE)).isEqualTo(expected + "Petit");
    }

    @Test
    void leaves_what_was_not_issued() {
        issuance.placeholderFor(FindingType.PERSON, "Petit");
        String text = "[[PERS_k7f2qx]] [[NIR_22222]] [[ ]] [[[";
        assertThat(issuance.restore(text, Escaping.NONE)).isSameAs(text);
    }

    @Test
    void restores_no_placeholder_out_of_a_restored_value() {
        String inner = issuance.placeholderFor(FindingType.PERSON, "Petit");
        String outer = issuance.placeholderFor(FindingType.SECRET, inner);
        assertThat(issuance.restore(outer, Escaping.NONE)).isEqualTo(inner);
    }

    @Test
    void escapes_values_for_json_once() {
        String placeholder = issuance.placeholderFor(FindingType.SECRET, "a\"b\\c\nd\u0001é");
        assertThat(issuance.restore("{\"v\":\"" + placeholder + "\"}", Escaping.JSON))
                .isEqualTo("{\"v\":\"a\\\"b\\\\c\\nd\\u0001é\"}");
    }

    @Test
    void refuses_to_reserve_after_it_issued() {
        issuance.placeholderFor(FindingType.PERSON, "Petit");
        assertThatThrownBy(() -> issuance.reserve("text")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void does_not_print_values() {
        issuance.placeholderFor(FindingType.PERSON, "Petit");
        assertThat(issuance.toString()).isEqualTo("Issuance[1 placeholders]");
    }
}
