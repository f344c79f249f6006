package org.vigie.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vigie.parsing.Extract.Kind;
import org.vigie.parsing.Extract.Note;

class FramesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    @Test
    void an_extract_arrives_as_it_left() throws Exception {
        Extract extract = new Extract(
                "Été",
                List.of(
                        new Part(OptionalInt.of(3), "A › B", "texte 😀", true),
                        new Part(OptionalInt.empty(), "", "é".repeat(1_000), false)),
                List.of(new Note(Kind.ATTACHMENT_SKIPPED, "a.zip")));
        Frames.write(out, extract);
        DataInputStream in = in();
        assertThat(in.readUnsignedByte()).isEqualTo(Frames.EXTRACT);
        assertThat(Frames.readExtract(in, 10_000)).isEqualTo(extract);
    }

    @Test
    void what_a_process_that_was_taken_over_may_say_is_refused() throws Exception {
        out.writeInt(Integer.MAX_VALUE);
        assertThatThrownBy(() -> Frames.readExtract(in(), 1_000)).isInstanceOf(IOException.class);
        bytes.reset();
        out.writeInt(-1);
        assertThatThrownBy(() -> Frames.readExtract(in(), 1_000)).isInstanceOf(IOException.class);
        bytes.reset();
        out.writeInt(0);
        out.writeInt(1_000_000);
        assertThatThrownBy(() -> Frames.readExtract(in(), 1_000)).hasMessage("count 1000000");
        bytes.reset();
        out.writeByte(200);
        assertThatThrownBy(() -> Frames.readFault(in())).hasMessage("unknown 200");
    }

    @Test
    void an_answer_that_is_cut_off_is_none() throws Exception {
        Frames.write(out, new Extract("", List.of(new Part(OptionalInt.empty(), "", "texte", false)), List.of()));
        for (int length = 1; length < bytes.size(); length++) {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray(), 1, length - 1));
            assertThatThrownBy(() -> Frames.readExtract(in, 1_000)).isInstanceOf(IOException.class);
        }
    }

    private DataInputStream in() {
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
