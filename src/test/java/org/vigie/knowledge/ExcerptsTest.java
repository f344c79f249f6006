package org.vigie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.parsing.Extract;
import org.vigie.parsing.Part;

class ExcerptsTest {
    private static final String SENTENCE = "Le délai de prévenance est de deux mois pour un cadre confirmé. ";

    @Test
    void short_parts_are_one_excerpt_each_with_their_place() {
        Extract extract = new Extract(
                "Guide",
                List.of(
                        new Part(OptionalInt.of(1), "Congés", "Cinq semaines.", false),
                        new Part(OptionalInt.of(2), "Congés › Report", "Jusqu'au 31 mai.", true)),
                List.of());
        assertThat(Excerpts.of(extract))
                .containsExactly(
                        new Excerpt(0, "Guide", "Congés", OptionalInt.of(1), "Cinq semaines.", false),
                        new Excerpt(1, "Guide", "Congés › Report", OptionalInt.of(2), "Jusqu'au 31 mai.", true));
    }

    @Test
    void neighbours_of_the_same_place_are_joined_and_others_never() {
        Extract extract = new Extract(
                "",
                List.of(part(1, "A", "un"), part(1, "A", "deux"), part(2, "A", "trois"), part(2, "B", "quatre")),
                List.of());
        assertThat(Excerpts.of(extract)).extracting(Excerpt::text).containsExactly("un\n\ndeux", "trois", "quatre");
    }

    @Test
    void cuts_at_the_end_of_a_paragraph_once_there_is_enough() {
        String paragraph = SENTENCE.repeat(5).strip();
        List<String> cut = Excerpts.cut(String.join("\n\n", paragraph, paragraph, paragraph, paragraph));
        assertThat(cut).containsExactly(paragraph + "\n\n" + paragraph, paragraph + "\n\n" + paragraph);
    }

    @Test
    void a_long_paragraph_is_cut_at_the_ends_of_sentences() {
        List<String> cut = Excerpts.cut(SENTENCE.repeat(60));
        assertThat(cut)
                .allSatisfy(text -> assertThat(text).startsWith("Le délai").endsWith("confirmé."));
        // The last one was short, and took from the one before.
        assertThat(cut.subList(0, cut.size() - 2))
                .allSatisfy(text -> assertThat(text.length()).isBetween(Excerpts.SHORTEST, Excerpts.LONGEST));
        assertThat(String.join(" ", cut)).isEqualTo(SENTENCE.repeat(60).strip());
    }

    @Test
    void a_short_end_takes_from_the_one_before() {
        List<String> cut = Excerpts.cut(SENTENCE.repeat(15));
        assertThat(cut).hasSize(2).allSatisfy(text -> assertThat(text.length()).isGreaterThan(400));
    }

    @Test
    void rows_of_a_table_stay_whole() {
        String row = "Consultant senior | 1 150,00 € | jour";
        List<String> cut = Excerpts.cut((row + "\n").repeat(200));
        assertThat(cut)
                .hasSizeGreaterThan(8)
                .allSatisfy(text -> assertThat(text.split("\n")).containsOnly(row));
    }

    @Test
    void what_has_no_space_is_cut_between_whole_characters() {
        String emoji = "a" + "\uD83D\uDE00".repeat(2_000);
        List<String> cut = Excerpts.cut(emoji);
        assertThat(String.join("", cut)).isEqualTo(emoji);
        assertThat(cut)
                .allSatisfy(
                        text -> assertThat(text.codePoints()).noneMatch(point -> point < 0xE000 && point >= 0xD800));
    }

    @Test
    void nothing_is_lost_and_none_is_too_long() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(2_000); word > 0; word--) {
                text.append("mot".repeat(1 + random.nextInt(random.nextInt(50) == 0 ? 500 : 3)));
                text.append(List.of(" ", " ", " ", ". ", "\n", "\n\n").get(random.nextInt(6)));
            }
            List<String> cut = Excerpts.cut(text.toString());
            assertThat(String.join("", cut).replaceAll("\\s", ""))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString().replaceAll("\\s", ""));
            assertThat(cut)
                    .as("seed %d", seed)
                    .allSatisfy(one -> assertThat(one).hasSizeBetween(1, Excerpts.LONGEST + 2));
        }
    }

    @Test
    void a_document_without_text_has_none() {
        assertThat(Excerpts.of(new Extract("Vide", List.of(part(1, "", " \n ")), List.of())))
                .isEmpty();
    }

    private static Part part(int page, String heading, String text) {
        return new Part(OptionalInt.of(page), heading, text, false);
    }
}
