package org.vigie.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Language;
import org.vigie.print.Document.Attachment;

/** What is made is read back by the structure tree and by the text, as an assistive program does. */
class PdfTest {
    private static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z");

    private static Tagged made(Part... parts) throws Exception {
        return new Tagged(Pdf.of(new Document("Un titre", Language.FRENCH, "Au pied", NOW, List.of(parts))));
    }

    @Test
    void every_kind_of_part_is_tagged_in_the_order_in_which_it_is_read() throws Exception {
        try (Tagged pdf = made(
                new Part.Facts(List.of(new Part.Fact("Version", "1.0"))),
                new Part.Heading(2, "Les articles"),
                new Part.Text("Où, dès Noël, l’œuvre\u00a0: «\u00a0naïve\u00a0»\u202f?"),
                new Part.Items(true, List.of("premier", "second")),
                new Part.Heading(3, "Des nombres"),
                new Part.Grid(List.of("Quoi", "Combien"), List.of(List.of("Lettres", "1\u202f234")), Set.of(1)),
                new Part.Foreign(Language.ENGLISH, new Part.Text("In English")))) {
            assertThat(pdf.faults()).isEmpty();
            assertThat(pdf.violations()).isEmpty();
            assertThat(pdf.types())
                    .containsExactly(
                            "Document",
                            "H1",
                            "Table",
                            "TR",
                            "TH",
                            "TD",
                            "H2",
                            "P",
                            "L",
                            "LI",
                            "Lbl",
                            "LBody",
                            "LI",
                            "Lbl",
                            "LBody",
                            "H3",
                            "Table",
                            "TR",
                            "TH",
                            "TH",
                            "TR",
                            "TD",
                            "TD",
                            "P");
            assertThat(pdf.text().lines().map(String::strip).toList())
                    .containsExactly(
                            "Un titre",
                            "Version 1.0",
                            "Les articles",
                            "Où, dès Noël, l’œuvre\u00a0: «\u00a0naïve\u00a0»\u202f?",
                            "1. premier",
                            "2. second",
                            "Des nombres",
                            "Quoi Combien",
                            "Lettres 1\u202f234",
                            "In English",
                            "Au pied 1\u00a0/\u00a01");
            assertThat(pdf.elements("P").getLast().getLanguage()).isEqualTo("en");
            PDDocumentCatalog catalog = pdf.document().getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("fr");
            PDOutlineItem first = catalog.getDocumentOutline().getFirstChild();
            assertThat(first.getTitle()).isEqualTo("Un titre");
            assertThat(first.getFirstChild().getTitle()).isEqualTo("Les articles");
            assertThat(first.getFirstChild().getFirstChild().getTitle()).isEqualTo("Des nombres");
            assertThat(pdf.document().getDocumentInformation().getTitle()).isEqualTo("Un titre");
        }
    }

    @Test
    void what_does_not_fit_on_a_page_goes_on_and_a_table_has_its_head_again() throws Exception {
        List<List<String>> rows = IntStream.rangeClosed(1, 80)
                .mapToObj(row -> List.of("Ligne " + row, Integer.toString(row)))
                .toList();
        String words =
                IntStream.rangeClosed(1, 2000).mapToObj(word -> "mot" + word).collect(Collectors.joining(" "));
        try (Tagged pdf = made(new Part.Text(words), new Part.Grid(List.of("Ligne", "Rang"), rows, Set.of(1)))) {
            assertThat(pdf.faults()).isEmpty();
            assertThat(pdf.violations()).isEmpty();
            int pages = pdf.document().getNumberOfPages();
            assertThat(pages).isGreaterThan(4);
            assertThat(pdf.elements("P")).hasSize(1);
            assertThat(pdf.elements("TR")).hasSize(81);
            assertThat(pdf.elements("TH")).hasSize(2);
            String text = pdf.text();
            assertThat(text.split("Ligne Rang", -1).length - 1).isGreaterThan(1);
            assertThat(text.replaceAll("\\s+", " ")).contains("mot1999 mot2000").contains("Ligne 80 80");
            assertThat(text).contains("Au pied " + pages + "\u00a0/\u00a0" + pages);
        }
    }

    @Test
    void a_cell_higher_than_a_page_goes_on_too() throws Exception {
        String words = String.join(" ", Collections.nCopies(1500, "mot"));
        try (Tagged pdf = made(new Part.Facts(List.of(new Part.Fact("Nom", words))))) {
            assertThat(pdf.faults()).isEmpty();
            assertThat(pdf.violations()).isEmpty();
            assertThat(pdf.document().getNumberOfPages()).isGreaterThan(1);
            assertThat(pdf.elements("TD").getFirst().getKids()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void a_word_wider_than_a_line_is_broken_and_stays_whole_for_whoever_reads_it() throws Exception {
        String word = "0123456789abcdef".repeat(20);
        try (Tagged pdf = made(new Part.Text(word))) {
            assertThat(pdf.faults()).isEmpty();
            assertThat(pdf.violations()).isEmpty();
            assertThat(pdf.text().replace("\n", "")).contains(word);
        }
    }

    @Test
    void a_sign_that_the_typeface_does_not_have_is_told_by_the_structure() throws Exception {
        try (Tagged pdf = made(new Part.Text("Łódź, Škoda\u200b, 北京"))) {
            assertThat(pdf.faults()).isEmpty();
            assertThat(pdf.violations()).isEmpty();
            assertThat(pdf.text()).contains("Łódź, Škoda, ??");
            PDStructureElement paragraph = pdf.elements("P").getFirst();
            assertThat(paragraph.getActualText()).isEqualTo("Łódź, Škoda\u200b, 北京");
        }
    }

    @Test
    void it_carries_files() throws Exception {
        byte[] content = "a.b.c\n".getBytes(StandardCharsets.US_ASCII);
        Document document = new Document(
                "Un titre",
                Language.ENGLISH,
                "Au pied",
                NOW,
                List.of(),
                List.of(new Attachment("one.jws", "application/jose", "The signed file", content)));
        try (Tagged pdf = new Tagged(Pdf.of(document))) {
            assertThat(pdf.faults()).isEmpty();
            assertThat(pdf.violations()).isEmpty();
            var file = Objects.requireNonNull(pdf.document()
                    .getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("one.jws"));
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(content);
            assertThat(file.getFileUnicode()).isEqualTo("one.jws");
            assertThat(file.getFileDescription()).isEqualTo("The signed file");
        }
    }

    @Test
    void a_title_is_no_heading_of_the_text_and_a_row_is_as_wide_as_its_head() {
        assertThatThrownBy(() -> new Part.Heading(1, "Titre")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Part.Grid(List.of("a", "b"), List.of(List.of("c")), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void columns_get_what_they_want_or_a_fair_share() {
        assertThat(Columns.shared(new float[] {100, 50}, 300)).containsExactly(175, 125);
        assertThat(Columns.shared(new float[] {400, 50, 500}, 450)).containsExactly(200, 50, 200);
    }
}
