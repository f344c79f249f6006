package org.vigie.parsing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.vigie.parsing.Extract.Kind;
import org.vigie.parsing.Extract.Note;
import org.vigie.parsing.Unreadable.Fault;

/**
 * What the two processes say to each other: a letter, then numbers and UTF-8 with its length before it. Whoever reads
 * an answer does not trust it: a hostile file may have taken over the process that it comes from.
 */
final class Frames {
    static final int RECOGNISING = 'P';
    static final int FAULT = 'F';
    static final int EXTRACT = 'E';
    private static final int MOST_NOTES = 1_000;
    private static final int LONGEST_LINE = 16_384;

    private Frames() {}

    record Request(Path file, String name) {}

    static void write(DataOutputStream out, Request request) throws IOException {
        write(out, request.file().toString());
        write(out, request.name());
        out.flush();
    }

    static Request readRequest(DataInputStream in) throws IOException {
        Path file = Path.of(read(in, LONGEST_LINE));
        return new Request(file, read(in, LONGEST_LINE));
    }

    static void write(DataOutputStream out, Fault fault) throws IOException {
        out.writeByte(FAULT);
        out.writeByte(fault.ordinal());
        out.flush();
    }

    static Fault readFault(DataInputStream in) throws IOException {
        return one(Fault.values(), in);
    }

    static void write(DataOutputStream out, Extract extract) throws IOException {
        out.writeByte(EXTRACT);
        write(out, extract.title());
        out.writeInt(extract.parts().size());
        for (Part part : extract.parts()) {
            out.writeInt(part.page().orElse(0));
            write(out, part.heading());
            write(out, part.text());
            out.writeBoolean(part.recognised());
        }
        out.writeInt(extract.notes().size());
        for (Note note : extract.notes()) {
            out.writeByte(note.kind().ordinal());
            write(out, note.about());
        }
        out.flush();
    }

    /** @throws IOException where it ends too early, or is longer than a text may be */
    static Extract readExtract(DataInputStream in, int mostCharacters) throws IOException {
        long room = 4L * mostCharacters + LONGEST_LINE;
        String title = read(in, LONGEST_LINE);
        int count = count(in, Collected.MOST_PARTS);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int page = in.readInt();
            String heading = read(in, LONGEST_LINE);
            String text = read(in, (int) Math.min(Integer.MAX_VALUE, room));
            room -= text.length() + heading.length();
            OptionalInt place = page > 0 ? OptionalInt.of(page) : OptionalInt.empty();
            parts.add(new Part(place, heading, text, in.readBoolean()));
        }
        count = count(in, MOST_NOTES);
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Kind kind = one(Kind.values(), in);
            notes.add(new Note(kind, read(in, LONGEST_LINE)));
        }
        return new Extract(title, parts, notes);
    }

    private static <T> T one(T[] values, DataInputStream in) throws IOException {
        int ordinal = in.readUnsignedByte();
        if (ordinal >= values.length) throw new IOException("unknown " + ordinal);
        return values[ordinal];
    }

    private static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) throw new IOException("count " + count);
        return count;
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
}
