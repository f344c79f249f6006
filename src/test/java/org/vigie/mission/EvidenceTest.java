package org.vigie.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.mission.Evidence.Kind;

class EvidenceTest {
    private static final String MESSAGE =
            "Received: from a\r\n\tby b\r\nFrom: C. Martin <c@example.org>\r\nDate: Tue, 3 Mar 2026 10:00:00 +0100\r\n";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] compound(String stream) {
        byte[] file = Arrays.copyOf(bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), 4096);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 2048, name.length);
        return file;
    }

    @Test
    void a_file_is_what_its_content_says() {
        assertThat(Kind.of(bytes("%PDF-1.7\n1 0 obj"))).contains(Kind.PDF);
        assertThat(Kind.of(bytes("\u0089PNG\r\n\u001a\nIHDR"))).contains(Kind.PNG);
        assertThat(Kind.of(bytes("\u00ff\u00d8\u00ff\u00e0..JFIF"))).contains(Kind.JPEG);
        assertThat(Kind.of(bytes(MESSAGE + "\r\nNous acceptons."))).contains(Kind.EMAIL);
        assertThat(Kind.of(compound("__properties_version1.0"))).contains(Kind.OUTLOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%PDF-",
                "PK\u0003\u0004word/document.xml",
                "MZ\u0090\u0000",
                "#!/bin/sh\nFrom: a\nDate: b\n\nrm",
                "<html><script>alert(1)</script>\nFrom: a\nDate: b\n\n</html>",
                "From: a\nSubject: b\n\nsans date",
                "From: a\nDate: b\nsans ligne vide",
                " %PDF-1.7 plus loin",
                "GIF89a...."
            })
    void whatever_is_none_of_them_is_not_taken(String content) {
        assertThat(Kind.of(bytes(content))).isEmpty();
    }

    @Test
    void an_office_document_is_no_message() {
        assertThat(Kind.of(compound("WordDocument"))).isEqualTo(Optional.empty());
    }

    @Test
    void a_name_has_no_folder_and_nothing_invisible() {
        assertThat(Evidence.nameOf("C:\\Clients\\clause signée.pdf")).isEqualTo("clause signée.pdf");
        assertThat(Evidence.nameOf("../../etc/passwd")).isEqualTo("passwd");
        assertThat(Evidence.nameOf("cla\u202euse\r\n.pdf")).isEqualTo("clause.pdf");
        assertThat(Evidence.nameOf("a".repeat(300))).hasSize(120);
    }
}
