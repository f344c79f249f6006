package org.vigie.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.parsing.Extract.Kind;
import org.vigie.parsing.Extract.Note;
import org.vigie.parsing.Unreadable.Fault;

@Timeout(120)
class RecognitionTest {
    @TempDir
    private Path directory;

    @Test
    void reads_scans_and_pictures_where_it_is_installed() throws Exception {
        assumeTrue(Recognition.isInstalled(), "Tesseract with French is not installed");
        try (Parsing parsing = new Parsing()) {
            Path scan = Samples.scannedPdf(directory.resolve("a.pdf"), "Contrat de prestation", "Durée de trois mois");
            assertThat(parsing.read(scan, "a.pdf").parts())
                    .containsExactly(
                            new Part(OptionalInt.of(1), "", "Contrat de prestation", true),
                            new Part(OptionalInt.of(2), "", "Durée de trois mois", true));
            Path picture = Samples.picture(directory.resolve("a.png"), "Facture du mois de mars");
            assertThat(parsing.read(picture, "a.png").parts())
                    .containsExactly(new Part(OptionalInt.of(1), "", "Facture du mois de mars", true));
        }
    }

    @Test
    void says_so_where_it_is_not_installed() throws Exception {
        Path scan = Samples.scannedPdf(directory.resolve("a.pdf"), "Contrat");
        assertThat(fault(scan, "a.pdf")).isEqualTo(Fault.NO_OCR);
        assertThat(fault(Samples.picture(directory.resolve("a.png"), "Facture"), "a.png"))
                .isEqualTo(Fault.NO_OCR);
    }

    @Test
    void notes_the_pages_that_remain_when_time_is_up() throws Exception {
        assumeTrue(Recognition.isInstalled(), "Tesseract with French is not installed");
        Path scan = Samples.scannedPdf(directory.resolve("a.pdf"), "Contrat", "Suite");
        Recognition recognition = new Recognition(Duration.ofNanos(1), Duration.ofMinutes(1), true, () -> {});
        Extract extract = new Reading(Limits.USUAL, recognition).read(scan, "a.pdf");
        assertThat(extract.parts()).hasSize(1);
        assertThat(extract.notes()).containsExactly(new Note(Kind.PAGES_OUT_OF_TIME, "2"));
    }

    private static Fault fault(Path file, String name) {
        Recognition none = new Recognition(Duration.ofMinutes(1), Duration.ofMinutes(1), false, () -> {});
        try {
            new Reading(Limits.USUAL, none).read(file, name);
            throw new AssertionError("was read");
        } catch (Unreadable unreadable) {
            return unreadable.fault();
        }
    }
}
