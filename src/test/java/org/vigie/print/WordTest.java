package org.vigie.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Language;

class WordTest {
    private static XWPFDocument read(List<Part> parts) throws IOException {
        byte[] file = Word.of(new Document("Synthèse", Language.FRENCH, "Pied", Instant.EPOCH, parts));
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    @Test
    void headings_are_headings_and_tables_are_tables() throws IOException {
        try (XWPFDocument read = read(List.of(
                new Part.Heading(2, "Partie"),
                new Part.Text("Une ligne\net une autre."),
                new Part.Items(true, List.of("un", "deux")),
                new Part.Grid(List.of("Poste", "€"), List.of(List.of("Loyer", "1 200")), Set.of(1)),
                new Part.Facts(List.of(new Part.Fact("Date", "3 mars"))),
                new Part.Foreign(Language.ENGLISH, new Part.Text("Hello"))))) {
            assertThat(read.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly(
                            "Synthèse", "Partie", "Une ligne\net une autre.", "1. un", "2. deux", "Hello", "Pied");
            assertThat(read.getParagraphs().get(0).getStyle()).isEqualTo("Title");
            assertThat(read.getParagraphs().get(1).getStyle()).isEqualTo("Heading1");
            assertThat(read.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
            assertThat(read.getTables()).hasSize(2);
            assertThat(read.getTables().getFirst().getRow(1).getCell(0).getText())
                    .isEqualTo("Loyer");
            assertThat(read.getTables().getFirst().getRow(0).isRepeatHeader()).isTrue();
            assertThat(read.getProperties().getCoreProperties().getTitle()).isEqualTo("Synthèse");
        }
    }

    @Test
    void what_no_xml_may_hold_does_not_break_the_file() throws IOException {
        try (XWPFDocument read = read(List.of(new Part.Text("a\u0000b\u0007c \uD800 <w:p> & 😀")))) {
            assertThat(read.getParagraphs().get(1).getText()).contains("<w:p> & 😀");
        }
    }
}
