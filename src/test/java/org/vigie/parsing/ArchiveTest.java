package org.vigie.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.parsing.Archive.Contents;
import org.vigie.parsing.Archive.Member;

class ArchiveTest {
    @TempDir
    private Path directory;

    private Path zip;
    private Path into;

    @BeforeEach
    void prepare() throws IOException {
        zip = directory.resolve("a.zip");
        into = Files.createDirectory(directory.resolve("into"));
    }

    @Test
    void gives_the_files_under_their_names() throws Exception {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("Été/", "");
        entries.put("Été/congés.txt", "25 jours");
        entries.put("__MACOSX/Été/._congés.txt", "rien");
        entries.put("Été\\fin.md", "fin");
        Contents contents = Archive.unpack(Samples.zip(zip, entries), into);
        assertThat(contents.members()).extracting(Member::name).containsExactly("Été/congés.txt", "Été/fin.md");
        assertThat(Files.readString(contents.members().getFirst().file())).isEqualTo("25 jours");
        assertThat(contents.leftOut()).isEmpty();
    }

    @Test
    void nothing_is_written_outside() throws Exception {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("../evil.txt", "a");
        entries.put("/etc/evil.txt", "a");
        entries.put("a/../../evil.txt", "a");
        entries.put("..\\evil.txt", "a");
        entries.put("C:\\evil.txt", "a");
        entries.put("a..b/good.txt", "a");
        Contents contents = Archive.unpack(Samples.zip(zip, entries), into);
        assertThat(contents.members()).extracting(Member::name).containsExactly("a..b/good.txt");
        assertThat(contents.leftOut()).hasSize(5);
        try (var all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile))
                    .containsExactlyInAnyOrder(
                            zip, contents.members().getFirst().file());
        }
        assertThat(contents.members().getFirst().file().getParent()).isEqualTo(into);
    }

    @Test
    void archives_within_are_left_out() throws Exception {
        Contents contents = Archive.unpack(Samples.zip(zip, Map.of("deeper.ZIP", "PK", "a.txt", "a")), into);
        assertThat(contents.leftOut()).containsExactly("deeper.ZIP");
        assertThat(contents.members()).hasSize(1);
    }

    @Test
    void what_unpacks_to_far_more_than_it_is() throws Exception {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.txt"));
            out.write(new byte[40 << 20]);
        }
        assertFault(Unreadable.Fault.BOMB);
    }

    @Test
    void too_many_files() throws Exception {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i <= Archive.MOST_FILES; i++) out.putNextEntry(new ZipEntry(i + ".txt"));
        }
        assertFault(Unreadable.Fault.BOMB);
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void what_needs_a_password() throws Exception {
        Samples.zip(zip, Map.of("a.txt", "a"));
        byte[] bytes = Files.readAllBytes(zip);
        // The first bit of the flags, in the directory at the end (APPNOTE 4.4.4).
        int central = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        bytes[central + 8] |= 1;
        Files.write(zip, bytes);
        assertFault(Unreadable.Fault.ENCRYPTED);
    }

    @Test
    void what_is_no_zip_and_what_is_empty() throws Exception {
        Files.writeString(zip, "PK\u0003\u0004 non");
        assertFault(Unreadable.Fault.BROKEN);
        Samples.zip(zip, Map.of());
        assertFault(Unreadable.Fault.EMPTY);
    }

    private void assertFault(Unreadable.Fault fault) {
        assertThatThrownBy(() -> Archive.unpack(zip, into))
                .isInstanceOfSatisfying(
                        Unreadable.class, thrown -> assertThat(thrown.fault()).isEqualTo(fault));
    }
}
