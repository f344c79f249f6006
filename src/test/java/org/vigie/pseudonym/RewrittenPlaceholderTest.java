package org.vigie.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.detection.FindingType;

/** What models do to placeholders, and what must not be taken for one. */
class RewrittenPlaceholderTest {
    private static final byte[] KEY = "an instance key of 32 characters".getBytes(StandardCharsets.US_ASCII);

    private final Issuance issuance = new PlaceholderScope(KEY, "conversation 1").issuance();
    private final String olive = person("Olive Petit");
    private final String marc = person("Marc Durand");
    private final String mail = issuance.placeholderFor(FindingType.EMAIL, "o.petit@exemple.fr");

    private String person(String name) {
        return issuance.placeholderFor(FindingType.PERSON, name);
    }

    private String body(String placeholder) {
        return placeholder.substring(2, placeholder.length() - 2);
    }

    private String restored(String text) {
        String whole = issuance.restore(text, Escaping.NONE);
        for (int cut = 0; cut <= text.length(); cut++) {
            StreamRestorer restorer = issuance.restorer(Escaping.NONE);
            String streamed =
                    restorer.accept(text.substring(0, cut)) + restorer.accept(text.substring(cut)) + restorer.finish();
            assertThat(streamed).as("cut at %d of « %s »", cut, text).isEqualTo(whole);
        }
        return whole;
    }

    @Test
    void restores_what_changed_its_looks() {
        String body = body(olive);
        for (String rewritten : List.of(
                body,
                "[" + body + "]",
                "[[" + body + "]",
                "[[ " + body + " ]]",
                "[[" + body.toUpperCase(Locale.ROOT) + "]]",
                body.toLowerCase(Locale.ROOT),
                "[[" + body.replace("_", "\\_") + "]]",
                "\\[\\[" + body.replace("_", "\\_") + "\\]\\]",
                "[[" + body.replace('_', '-') + "]]",
                "[[" + body.replace('_', ' ') + "]]",
                "[[**" + body + "**]]",
                "[[`" + body + "`]]")) {
            assertThat(restored("Cher " + rewritten + ", merci.")).as(rewritten).isEqualTo("Cher Olive Petit, merci.");
        }
        assertThat(restored("**" + olive + "**")).isEqualTo("**Olive Petit**");
        assertThat(restored("`" + olive + "`")).isEqualTo("`Olive Petit`");
        assertThat(restored("les " + olive + "s")).isEqualTo("les Olive Petits");
        assertThat(restored("les " + body + "s.")).isEqualTo("les Olive Petits.");
    }

    @Test
    void leaves_a_code_that_is_not_ours() {
        String body = body(mail);
        char last = body.charAt(body.length() - 1);
        String invented = body.substring(0, body.length() - 1) + (last == 'a' ? 'b' : 'a');
        for (String text : List.of(
                "[[" + invented + "]]",
                invented,
                body + "x7",
                "x" + body,
                "MAIL",
                "mail_",
                "[[MAIL_]]",
                "Personne n'a répondu [à ce mail]")) {
            assertThat(restored(text)).as(text).isEqualTo(text);
        }
    }

    @Test
    void counts_what_stands_for_nothing() {
        StreamRestorer restorer = issuance.restorer(Escaping.NONE);
        String text = "[[PERS_k7f2qx]] et " + olive + ", [1], [[note]], [[MAIL_abc23d]].";
        for (char c : text.toCharArray()) restorer.accept(String.valueOf(c));
        restorer.finish();
        assertThat(restorer.strays()).isEqualTo(2);
        StreamRestorer whole = issuance.restorer(Escaping.NONE);
        assertThat(whole.whole(text)).isEqualTo("[[PERS_k7f2qx]] et Olive Petit, [1], [[note]], [[MAIL_abc23d]].");
        assertThat(whole.strays()).isEqualTo(2);
        StreamRestorer ofNothing =
                new PlaceholderScope(KEY, "conversation 2").issuance().restorer(Escaping.NONE);
        assertThat(ofNothing.whole(text)).isSameAs(text);
        assertThat(ofNothing.strays()).isEqualTo(3);
    }

    @Test
    void puts_the_little_word_before_a_name_right() {
        assertThat(restored("Le dossier de " + olive + " et d'" + marc + "."))
                .isEqualTo("Le dossier d'Olive Petit et de Marc Durand.");
        assertThat(restored("De " + olive + ", qu’" + marc + " connaît, lorsque " + olive + " vient"))
                .isEqualTo("D'Olive Petit, que Marc Durand connaît, lorsqu'Olive Petit vient");
        assertThat(restored("code de " + mail)).isEqualTo("code de o.petit@exemple.fr");
        assertThat(restored("Aude " + olive)).isEqualTo("Aude Olive Petit");
    }

    @Test
    void keeps_the_little_word_that_stood_in_the_request() {
        String text = "de Olive Martin et d'Marc";
        Issuance careful = new PlaceholderScope(KEY, "conversation 1").issuance();
        String one = careful.placeholderFor(FindingType.PERSON, text, 3, 15);
        String two = careful.placeholderFor(FindingType.PERSON, text, 21, 25);
        assertThat(careful.restore("de " + one + " et d'" + two, Escaping.NONE)).isEqualTo(text);
        assertThat(careful.restore("que " + one, Escaping.NONE)).isEqualTo("qu'Olive Martin");
    }

    @Test
    void stands_for_digits_with_digits() {
        String surrogate = issuance.surrogateFor(FindingType.SIRET, "77863644900010");
        assertThat(surrogate).matches("[1-9]\\d{13}").isNotEqualTo("77863644900010");
        assertThat(restored("{\"siret\":" + surrogate + "}")).isEqualTo("{\"siret\":77863644900010}");
        assertThat(restored("{\"siret\":" + surrogate + "1}")).isEqualTo("{\"siret\":" + surrogate + "1}");
    }

    @Test
    void tells_the_gender_that_the_first_name_has() {
        assertThat(olive).startsWith("[[PERS_F_");
        assertThat(marc).startsWith("[[PERS_M_");
        assertThat(person("Claude Petit")).doesNotContain("_F_").doesNotContain("_M_");
        assertThat(person("Martin")).matches("\\[\\[PERS_[^_]{4}_[^_]{2}]]");
    }
}
