package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.local.Frames.Ask;
import org.vigie.local.Frames.Cancel;
import org.vigie.local.Frames.Order;
import org.vigie.local.Question.Sampling;
import org.vigie.local.Question.Turn;
import org.vigie.local.Told.Finish;

class FramesTest {
    private static DataInputStream in(byte... bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    @Test
    void orders_arrive_as_they_were_given() throws IOException {
        Question question = new Question(
                List.of(new Turn("system", "Réponds.\n"), new Turn("user", "\uD83D\uDE00".repeat(40_000))),
                12,
                new Sampling(0.5f, 0.9f, 1, -1, -7),
                List.of("Fin", "###"));
        for (Order order : List.of(new Ask(3, question), new Cancel(3))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Frames.write(new DataOutputStream(bytes), order);
            DataInputStream in = in(bytes.toByteArray());
            assertThat(Frames.readOrder(in)).isEqualTo(order);
            assertThat(in.available()).isZero();
        }
    }

    @Test
    void answers_arrive_as_they_were_told() throws IOException {
        for (Told told : List.of(
                new Told.Ready("llama 8B", 8L << 30, 4_096, true),
                new Told.Unfit("it cannot be read"),
                new Told.Text(1, "é"),
                new Told.Ended(1, Finish.LENGTH, 10, 2, 3))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Frames.write(new DataOutputStream(bytes), told);
            DataInputStream in = in(bytes.toByteArray());
            assertThat(Frames.readTold(in)).isEqualTo(told);
            assertThat(in.available()).isZero();
        }
    }

    @Test
    void what_is_no_answer_ends_the_reading() {
        assertThatThrownBy(() -> Frames.readTold(in((byte) '#'))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Frames.readTold(in(
                        (byte) 'T', (byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 0x7f, (byte) 0, (byte) 0, (byte) 0)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Frames.readTold(in((byte) 'E', (byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 9)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Frames.readTold(in())).isInstanceOf(IOException.class);
    }
}
