package org.vigie.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.dictionary.NamesRead.Refusal;
import org.vigie.dictionary.NamesRead.Why;

/** Files as INSEE and personnel departments write them, and as nobody should. */
class NameRowsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path directory;

    private final List<Integer> progress = new ArrayList<>();

    private NamesRead read(NameKind kind, byte[] content) throws IOException, NameFileException {
        Path file = Files.write(directory.resolve("upload"), content);
        return new NameFile(file, progress::add).read(text -> NameRows.read(kind, text));
    }

    private NamesRead read(NameKind kind, String content) throws IOException, NameFileException {
        return read(kind, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertFault(NameFault fault, int line, ThrowingCallable act) {
        NameFileException refused = catchThrowableOfType(NameFileException.class, act);
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.line()).isEqualTo(line);
    }

    @Test
    void first_names_are_summed_over_years_and_sexes() throws Exception {
        NamesRead read = read(NameKind.FIRST_NAMES, """
                sexe;preusuel;annais;nombre
                1;_PRENOMS_RARES;1900;1249
                1;ÉLOI;1900;12
                1;ÉLOI;1901;8
                2;MARIE-LOU;XXXX;21
                2;CAMILLE;1950;7
                1;CAMILLE;1950;3
                """);
        assertThat(read.content()).containsExactly("ÉLOI\t20", "MARIE-LOU\t21", "CAMILLE\t10");
        assertThat(read.lines()).isEqualTo(6);
        assertThat(read.refusals()).isZero();
    }

    @Test
    void surnames_are_summed_over_decades() throws Exception {
        String file = "NOM\t_1891_1900\t_1901_1910\t_1991_2000\r\n" + "D'ALMEIDA\t0\t4\t12\r\n"
                + "LE GOFF\t100\t\t50\r\n" + "AUTRES NOMS\t5\t5\t5\r\n";
        assertThat(read(NameKind.SURNAMES, file.getBytes(WINDOWS)).content())
                .containsExactly("D'ALMEIDA\t16", "LE GOFF\t150");
        assertThat(read(NameKind.SURNAMES, "nom,naissances_1891_2000\nMARTIN,250013\n")
                        .content())
                .containsExactly("MARTIN\t250013");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prénom;Nom;Adresse e-mail\nZoé;N’Diaye;z@exemple.fr\n",
                "NOM,PRENOM,Mail\r\nN’Diaye,Zoé,z@exemple.fr\r\n",
                "service\tnom de famille\tprénom usuel\nRH; paie\tN’Diaye\tZoé"
            })
    void columns_of_a_directory_are_found_in_any_order_and_with_any_separator(String file) throws Exception {
        assertThat(read(NameKind.STAFF, file).content()).containsExactly("Zoé\tN’Diaye");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void every_usual_encoding_is_read_with_and_without_its_mark(String encoding) throws Exception {
        String file = "nom;prénom\nLefèvre;Zoé\n";
        boolean wide = encoding.startsWith("UTF-16");
        byte[] content = ((wide ? "\uFEFF" : "") + file).getBytes(Charset.forName(encoding));
        assertThat(read(NameKind.STAFF, content).content()).containsExactly("Zoé\tLefèvre");
        assertThat(read(NameKind.STAFF, "\uFEFF" + file).content()).containsExactly("Zoé\tLefèvre");
    }

    @Test
    void a_name_comes_from_a_whole_name_or_an_address_where_no_column_tells_it() throws Exception {
        NamesRead read = read(NameKind.STAFF, """
                nom complet,e-mail
                "DURAND, Alice",x@exemple.fr
                Karim Benali,
                ,jean-paul.le-goff@exemple.fr
                ,contact@exemple.fr
                "Le
                Roux ""Zoé""\",
                """);
        assertThat(read.content())
                .containsExactly("Alice\tDURAND", "Karim\tBenali", "jean-paul\tle-goff", "Le\tRoux \"Zoé\"");
        assertThat(read.refused()).containsExactly(new Refusal(5, Why.NAME));
    }

    @Test
    void lines_that_cannot_be_used_are_left_out_and_told_by_number() throws Exception {
        NamesRead read = read(NameKind.FIRST_NAMES, """
                prenom;nombre
                ALICE;12

                BOB;beaucoup
                CHLOÉ;1 200
                ;7
                DAVID
                EVE42;3
                FARAH;5
                GUY;6
                HUGO;-2
                INES;8
                """);
        assertThat(read.content()).containsExactly("ALICE\t12", "CHLOÉ\t1200", "FARAH\t5", "GUY\t6", "INES\t8");
        assertThat(read.lines()).isEqualTo(10);
        assertThat(read.refusals()).isEqualTo(5);
        assertThat(read.refused())
                .containsExactly(
                        new Refusal(4, Why.COUNT),
                        new Refusal(6, Why.NAME),
                        new Refusal(7, Why.COUNT),
                        new Refusal(8, Why.NAME),
                        new Refusal(11, Why.COUNT));
    }

    @Test
    void what_is_no_such_file_is_refused_with_its_line() {
        assertFault(NameFault.EMPTY, 0, () -> read(NameKind.STAFF, ""));
        assertFault(NameFault.EMPTY, 0, () -> read(NameKind.STAFF, "\n\n  \n"));
        assertFault(NameFault.EMPTY, 0, () -> read(NameKind.FIRST_NAMES, "prenom;nombre\n"));
        assertFault(NameFault.COLUMNS, 2, () -> read(NameKind.FIRST_NAMES, "\nALICE;12\nBOB;3\n"));
        assertFault(NameFault.COLUMNS, 1, () -> read(NameKind.SURNAMES, "nom\nMARTIN\n"));
        assertFault(NameFault.COLUMNS, 1, () -> read(NameKind.STAFF, "matricule;service\n12;RH\n"));
        assertFault(NameFault.OTHER_KIND, 1, () -> read(NameKind.FIRST_NAMES, "NOM\t_1891_1900\nMARTIN\t3\n"));
        assertFault(
                NameFault.OTHER_KIND, 1, () -> read(NameKind.SURNAMES, "sexe;preusuel;annais;nombre\n1;ELOI;1900;3\n"));
        assertFault(
                NameFault.QUOTE, 3, () -> read(NameKind.STAFF, "nom;prenom\nPetit;Jean\n\"Durand;Alice\nMartin;Léa\n"));
        String faulty = "prenom;nombre\nALICE;12\n" + "BOB;x\n".repeat(9);
        assertFault(NameFault.MOSTLY_REFUSED, 3, () -> read(NameKind.FIRST_NAMES, faulty));
        assertFault(NameFault.QUOTE, 2, () -> read(NameKind.STAFF, "nom\n" + "a".repeat(100_000)));
    }

    @Test
    void an_archive_holds_one_text() throws Exception {
        byte[] one = zip("nat2022.csv", "sexe;preusuel;annais;nombre\n1;ELOI;1900;3\n", "LISEZMOI.pdf", "x");
        assertThat(read(NameKind.FIRST_NAMES, one).content()).containsExactly("ELOI\t3");
        byte[] two = zip("a.csv", "x", "b.txt", "y");
        assertFault(NameFault.ARCHIVE, 0, () -> read(NameKind.FIRST_NAMES, two));
        assertFault(NameFault.ARCHIVE, 0, () -> read(NameKind.FIRST_NAMES, zip("a.parquet", "x", "b.pdf", "y")));
        byte[] cut = Arrays.copyOf(one, one.length - 30);
        assertFault(NameFault.ARCHIVE, 0, () -> read(NameKind.FIRST_NAMES, cut));
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** A few hundred kilobytes that would be a quarter of a gigabyte and more. */
    @Test
    void an_archive_that_swells_is_stopped() throws IOException {
        Path file = directory.resolve("bomb.zip");
        byte[] piece = "1;ELOI;1900;3\n".repeat(75_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream raw = Files.newOutputStream(file);
                ZipOutputStream out = new ZipOutputStream(raw)) {
            out.putNextEntry(new ZipEntry("nat.csv"));
            out.write("sexe;preusuel;annais;nombre\n".getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < (257L << 20); written += piece.length) out.write(piece);
        }
        assertFault(
                NameFault.TOO_LARGE,
                0,
                () -> new NameFile(file, _ -> {}).read(text -> NameRows.read(NameKind.FIRST_NAMES, text)));
    }

    /** As large as the published one: 686,538 lines. */
    @Test
    void a_file_of_the_real_size_is_read_in_seconds_and_tells_how_far_it_is() throws Exception {
        StringBuilder file = new StringBuilder("sexe;preusuel;annais;nombre\n");
        for (int line = 0; line < 690_000; line++) {
            file.append("1;PRENOM").append((char) ('A' + line % 26)).append((char) ('A' + line / 26 % 26));
            file.append((char) ('A' + line / 676 % 26))
                    .append(";1950;")
                    .append(line % 900 + 1)
                    .append('\n');
        }
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        NamesRead read = read(NameKind.FIRST_NAMES, file.toString());
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
        assertThat(Duration.ofNanos(spent)).isLessThan(Duration.ofSeconds(5));
        assertThat(read.lines()).isEqualTo(690_000);
        assertThat(read.content()).hasSize(17_576);
        assertThat(progress)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(50)
                .last()
                .isEqualTo(100);
    }

    @Test
    void the_staff_is_sealed_and_comes_back() {
        NameContent content = new NameContent(new byte[32]);
        List<String> lines = List.of("Zoé\tN’Diaye", "Karim\tBenali");
        byte[] staff = content.pack(NameKind.STAFF, lines);
        assertThat(content.unpack(NameKind.STAFF, staff)).isEqualTo(lines);
        assertThat(content.unpack(NameKind.SURNAMES, content.pack(NameKind.SURNAMES, lines)))
                .isEqualTo(lines);
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> new NameContent(other).unpack(NameKind.STAFF, staff))
                .hasMessageStartingWith("A sealed value does not open");
    }
}
