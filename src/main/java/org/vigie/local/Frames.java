package org.vigie.local;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.local.Question.Sampling;
import org.vigie.local.Question.Turn;
import org.vigie.local.Told.Finish;

/**
 * What the two processes say to each other over the child's input and output: a letter, then numbers, and UTF-8 with its
 * length before it. Lengths are bounded on both sides: a model's file may have taken over the process that reads it.
 */
final class Frames {
    private static final int ASK = 'A';
    private static final int CANCEL = 'C';
    private static final int READY = 'R';
    private static final int UNFIT = 'X';
    private static final int TEXT = 'T';
    private static final int ENDED = 'E';

    /** Of one text of a question: the largest body that a request may have. */
    private static final int LONGEST_TEXT = 256 << 20;

    private static final int LONGEST_PIECE = 1 << 20;
    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_TURNS = 1_000_000;

    private Frames() {}

    /** What the parent says. */
    sealed interface Order {}

    record Ask(int id, Question question) implements Order {}

    record Cancel(int id) implements Order {}

    static void write(DataOutputStream out, Order order) throws IOException {
        switch (order) {
            case Ask(int id, Question question) -> {
                out.writeByte(ASK);
                out.writeInt(id);
                write(out, question);
            }
            case Cancel(int id) -> {
                out.writeByte(CANCEL);
                out.writeInt(id);
            }
        }
        out.flush();
    }

    static Order readOrder(DataInputStream in) throws IOException {
        int letter = in.readUnsignedByte();
        return switch (letter) {
            case ASK -> new Ask(in.readInt(), readQuestion(in));
            case CANCEL -> new Cancel(in.readInt());
            default -> throw unknown(letter);
        };
    }

    private static void write(DataOutputStream out, Question question) throws IOException {
        out.writeInt(question.turns().size());
        for (Turn turn : question.turns()) {
            write(out, turn.role());
            write(out, turn.text());
        }
        out.writeInt(question.most());
        Sampling sampling = question.sampling();
        out.writeFloat(sampling.temperature());
        out.writeFloat(sampling.topP());
        out.writeFloat(sampling.presencePenalty());
        out.writeFloat(sampling.frequencyPenalty());
        out.writeInt(sampling.seed());
        out.writeInt(question.stops().size());
        for (String stop : question.stops()) write(out, stop);
    }

    private static Question readQuestion(DataInputStream in) throws IOException {
        List<Turn> turns = new ArrayList<>();
        for (int left = count(in, MOST_TURNS); left > 0; left--) {
            turns.add(new Turn(read(in, LONGEST_LINE), read(in, LONGEST_TEXT)));
        }
        int most = in.readInt();
        Sampling sampling = new Sampling(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat(), in.readInt());
        List<String> stops = new ArrayList<>();
        for (int left = count(in, MOST_TURNS); left > 0; left--) stops.add(read(in, LONGEST_TEXT));
        return new Question(turns, most, sampling, stops);
    }

    static void write(DataOutputStream out, Told told) throws IOException {
        switch (told) {
            case Told.Ready(String description, long bytes, int context, boolean knownTemplate) -> {
                out.writeByte(READY);
                write(out, line(description));
                out.writeLong(bytes);
                out.writeInt(context);
                out.writeBoolean(knownTemplate);
            }
            case Told.Unfit(String detail) -> {
                out.writeByte(UNFIT);
                write(out, line(detail));
            }
            case Told.Text(int question, String text) -> {
                out.writeByte(TEXT);
                out.writeInt(question);
                write(out, text);
            }
            case Told.Ended(int question, Finish finish, int asked, int kept, int written) -> {
                out.writeByte(ENDED);
                out.writeInt(question);
                out.writeByte(finish.ordinal());
                out.writeInt(asked);
                out.writeInt(kept);
                out.writeInt(written);
            }
        }
        out.flush();
    }

    static Told readTold(DataInputStream in) throws IOException {
        int letter = in.readUnsignedByte();
        return switch (letter) {
            case READY -> new Told.Ready(read(in, LONGEST_LINE), in.readLong(), in.readInt(), in.readBoolean());
            case UNFIT -> new Told.Unfit(read(in, LONGEST_LINE));
            case TEXT -> new Told.Text(in.readInt(), read(in, LONGEST_PIECE));
            case ENDED -> new Told.Ended(in.readInt(), finish(in), in.readInt(), in.readInt(), in.readInt());
            default -> throw unknown(letter);
        };
    }

    private static Finish finish(DataInputStream in) throws IOException {
        return Finish.values()[count(in.readUnsignedByte(), Finish.values().length - 1)];
    }

    private static String line(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_LINE / 4));
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in, int most) throws IOException {
        int length = count(in, most);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new IOException("cut off");
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int count(DataInputStream in, int most) throws IOException {
        return count(in.readInt(), most);
    }

    private static int count(int count, int most) throws IOException {
        if (count < 0 || count > most) throw new IOException("count " + count);
        return count;
    }

    private static IOException unknown(int letter) {
        return new IOException("unknown " + letter);
    }
}
