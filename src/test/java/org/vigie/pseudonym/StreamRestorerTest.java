package org.vigie.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.detection.FindingType;

class StreamRestorerTest {
    private static final byte[] KEY = "an instance key of 32 characters".getBytes(StandardCharsets.US_ASCII);

    private final Issuance issuance = new PlaceholderScope(KEY, "conversation 1").issuance();
    private final String petit = issuance.placeholderFor(FindingType.PERSON, "Olive Petit");
    private final String mail = issuance.placeholderFor(FindingType.EMAIL, "o.petit@exemple.fr");
    private final String secret = issuance.placeholderFor(FindingType.SECRET, "a\"b");

    private static String restored(StreamRestorer restorer, List<String> pieces) {
        StringBuilder out = new StringBuilder();
        pieces.forEach(piece -> out.append(restorer.accept(piece)));
        return out.append(restorer.finish()).toString();
    }

    @Test
    void restores_every_placeholder_cut_at_every_pair_of_positions() {
        for (String placeholder : List.of(petit, mail, secret)) {
            String text = "é [" + placeholder + placeholder + "] [[PERS_ " + placeholder;
            String whole = issuance.restore(text, Escaping.JSON);
            for (int one = 0; one <= text.length(); one++) {
                for (int two = one; two <= text.length(); two++) {
                    List<String> pieces =
                            List.of(text.substring(0, one), text.substring(one, two), text.substring(two));
                    assertThat(restored(issuance.restorer(Escaping.JSON), pieces))
                            .isEqualTo(whole);
                }
            }
            assertThat(whole).doesNotContain(placeholder);
        }
    }

    @Test
    void restores_text_that_comes_one_character_at_a_time() {
        String text = "[[[" + petit + mail + "]][[ [" + secret + "]";
        List<String> pieces = text.chars().mapToObj(Character::toString).toList();
        assertThat(restored(issuance.restorer(Escaping.NONE), pieces))
                .isEqualTo("[[[Olive Petito.petit@exemple.fr]][[ [a\"b]");
    }

    @Test
    void holds_back_nothing_but_the_start_of_an_issued_placeholder() {
        StreamRestorer restorer = issuance.restorer(Escaping.NONE);
        assertThat(restorer.accept("Bonjour [")).isEqualTo("Bonjour ");
        assertThat(restorer.accept("1]")).isEqualTo("[1]");
        assertThat(restorer.accept("[[ZZZ")).isEqualTo("[[ZZZ");
        assertThat(restorer.accept("x" + petit.substring(0, 9))).isEqualTo("x");
        assertThat(restorer.accept("!")).isEqualTo(petit.substring(0, 9) + "!");
        assertThat(restorer.finish()).isEmpty();
    }

    @Test
    void shows_a_placeholder_that_the_end_cuts_as_it_is() {
        StreamRestorer restorer = issuance.restorer(Escaping.NONE);
        String cut = petit.substring(0, petit.length() - 3);
        assertThat(restorer.accept(cut)).isEmpty();
        assertThat(restorer.finish()).isEqualTo(cut);
    }

    @Test
    void hands_on_the_same_object_when_nothing_was_issued() {
        StreamRestorer restorer =
                new PlaceholderScope(KEY, "conversation 2").issuance().restorer(Escaping.NONE);
        String delta = new String("[[PERS_k7f2qx]] [".toCharArray());
        assertThat(restorer.accept(delta)).isSameAs(delta);
        assertThat(restorer.finish()).isEmpty();
    }

    @Test
    void hands_on_the_same_object_when_there_is_nothing_to_restore() {
        String delta = new String("du texte [1] sans rien".toCharArray());
        assertThat(issuance.restorer(Escaping.NONE).accept(delta)).isSameAs(delta);
    }

    @Test
    void restores_random_text_in_random_pieces_as_the_whole() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> atoms =
                List.of(petit, mail, secret, "[", "[[", "]]", "PERS_", petit.substring(0, 8), "été ", "\n");
        for (int round = 0; round < 2_000; round++) {
            StringBuilder built = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) built.append(atoms.get(random.nextInt(atoms.size())));
            String text = built.toString();
            List<String> pieces = new ArrayList<>();
            for (int at = 0; at < text.length(); ) {
                int end = Math.min(text.length(), at + random.nextInt(9));
                pieces.add(text.substring(at, end));
                at = end;
            }
            String expected = text.replace(petit, "Olive Petit")
                    .replace(mail, "o.petit@exemple.fr")
                    .replace(secret, "a\"b");
            assertThat(restored(issuance.restorer(Escaping.NONE), pieces))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
        }
    }
}
