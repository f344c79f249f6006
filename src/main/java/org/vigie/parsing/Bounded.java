package org.vigie.parsing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes and no more. */
final class Bounded extends FilterOutputStream {
    private long room;

    Bounded(OutputStream out, long room) {
        super(out);
        this.room = room;
    }

    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void write(int one) throws IOException {
        take(1);
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        take(length);
        out.write(bytes, from, length);
    }

    private void take(int length) throws IOException {
        room -= length;
        if (room < 0) throw new Exceeded();
    }
}
